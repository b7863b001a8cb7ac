"""A body's letter: who files through whom, what it holds, and that what was signed is what is published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from sqlalchemy import select

from forum import answering, filings, letters, reports, signing, withdrawing
from forum.answering import Answer
from forum.filings import Filing, State
from forum.given import Body, Letter
from forum.journal import JournalEntry
from forum.operations import WorkspaceOperation
from forum.outbox import OutgoingMessage
from forum.people import Institution, Person, Role
from forum.plan import Completion
from forum.reports import Entry
from forum.rounds import Obligation, Round
from tests.facts import Facts, at

DAY = date(2021, 1, 28)
SIGNED = date(2021, 1, 29)


@dataclass
class Ministry:
    """FM, which files for itself and three bodies below it; the contact of FM, a coordinator, and what is owed."""

    facts: Facts
    fm: Institution
    contact: Person
    coordinator: Person
    round: Round
    duties: dict[str, Obligation]

    def say(self, number: str, done: str, day: str = "2021-01-18", **more: object) -> None:
        given = Answer(channel="telegram", completion=Completion.LIMITED, done=done, submitted_by="kontakts", **more)  # type: ignore[arg-type]
        answering.record(self.facts.session, self.duties[number], None, given, at=at(day))
        self.facts.session.flush()

    def make(self, day: str = "2021-01-28 10:42") -> Filing | None:
        return signing.make(self.facts.session, self.round, self.fm, by=self.contact, at=at(day))

    def sign(self, day: str = "2021-01-29", *, number: str = "1-12/345", on: date = SIGNED) -> Filing:
        session = self.facts.session
        return signing.sign(session, self.round, self.fm, number=number, on=on, by=self.contact, at=at(day))

    def states(self, day: date = DAY) -> dict[str, str]:
        found = filings.shares(self.facts.session, self.round, self.fm.id, day=day)
        return {share.measure.number: share.state.value for share in found}

    def entries(self, day: date = DAY) -> dict[str, Entry]:
        report = reports.of(self.facts.session, self.round, day=day)
        return {entry.number: entry for entry in report.entries}


@pytest.fixture
def ministry(facts: Facts) -> Ministry:
    vk = facts.body("VK", official_address="Brīvības bulvāris 36, Rīga")
    coordinator = facts.member("VK koordinators", vk, role=Role.COORDINATOR)
    fm = facts.body("FM", official_address="Smilšu iela 1, Rīga")
    below = [facts.body(code, files_through_id=fm.id) for code in ("IUB", "VID", "VK2")]
    contact = facts.member("FM kontaktpersona", fm, email="kontakts@fm.example")
    for number, body in zip(("1.1", "1.2", "1.3", "1.10"), (fm, *below), strict=True):
        facts.measure(number, body)
    facts.measure("2.1", vk)
    one = facts.round(lock_on=date(2021, 2, 8), legal_basis="Rīkojuma 3. punkts")
    duties = facts.opened("2021-01-18")
    return Ministry(
        facts, fm, contact, coordinator, one, dict(zip(("1.1", "1.2", "1.3", "1.10", "2.1"), duties, strict=True))
    )


def test_who_files_through_whom(facts: Facts) -> None:
    """Through whom the roster says, and whom that one files through; never round in a circle."""
    upper, middle = facts.body("VM"), facts.body("NVD")
    lower, first, second = facts.body("NMPD"), facts.body("A"), facts.body("B")
    middle.files_through_id, lower.files_through_id = upper.id, middle.id
    first.files_through_id, second.files_through_id = second.id, first.id
    facts.session.flush()
    assert filings.filers(facts.session, facts.forum) == {
        **dict.fromkeys((upper.id, middle.id, lower.id), upper.id),
        first.id: first.id,
        second.id: second.id,
    }


def test_one_letter_holds_what_stands_and_names_who_is_missing(ministry: Ministry) -> None:
    assert ministry.make() is None
    for number in ("1.1", "1.2", "1.3"):
        ministry.say(number, f"Darbs {number}.")
    filing = ministry.make()
    assert filing is not None
    assert ministry.states() == {"1.1": "signing", "1.2": "signing", "1.3": "signing", "1.10": "awaited"}
    draft = letters.draft(ministry.facts.session, filing, day=DAY)
    assert [(one.number, one.body.code, one.answer and one.answer.done) for one in draft.items] == [
        ("1.1", "FM", "Darbs 1.1."),
        ("1.2", "IUB", "Darbs 1.2."),
        ("1.3", "VID", "Darbs 1.3."),
    ]
    assert [(one.number, one.body.code) for one in draft.lacking] == [("1.10", "VK2")]
    assert (draft.body.code, draft.address, draft.to and draft.to.code, draft.by, draft.turn) == (
        "FM",
        "Smilšu iela 1, Rīga",
        "VK",
        "FM kontaktpersona",
        1,
    )
    # Asked for once more it is the same letter; what is said afterwards makes another, and the first stays as it was.
    assert ministry.make("2021-01-28 11:00") is filing
    ministry.say("1.10", "Darbs 1.10.", "2021-01-28")
    assert letters.draft(ministry.facts.session, filing, day=DAY) == draft
    second = ministry.make("2021-01-28 12:00")
    assert second is not None
    assert (second.turn, len(filings.parts(ministry.facts.session, second))) == (2, 4)


def test_what_is_published_is_what_was_signed(ministry: Ministry) -> None:
    session = ministry.facts.session
    for number in ("1.1", "1.2", "1.3"):
        ministry.say(number, f"Darbs {number}.")
    ministry.make()
    ministry.say("1.1", "Pēc vēstules.", "2021-01-28")
    filing = ministry.sign()
    assert (filing.number, filing.letter_on, filing.late) == ("1-12/345", SIGNED, False)
    letter = Letter(Body("FM", "FM pilnā vārdā"), "1-12/345", SIGNED)

    def told(number: str) -> list[tuple[int, str, Letter | None, int]]:
        return [(one.version, one.done, one.letter, one.later) for one in ministry.entries()[number].answers]

    assert told("1.1") == [(1, "Darbs 1.1.", letter, 2)]
    assert told("1.2") == [(1, "Darbs 1.2.", letter, 0)]
    # Whatever is said, or taken back, afterwards is outside the letter, and nobody is asked anew.
    ministry.say("1.2", "Vēl viena.", "2021-01-30")
    withdrawing.withdraw(
        session, ministry.duties["1.3"], ministry.contact, channel="page", at=at("2021-01-30"), echo=None
    )
    session.flush()
    assert told("1.2") == [(1, "Darbs 1.2.", letter, 2)]
    assert told("1.3") == [(1, "Darbs 1.3.", letter, -1)]
    assert ministry.duties["1.3"].discharged_at is not None
    assert ministry.states() == {"1.1": "letter", "1.2": "letter", "1.3": "letter", "1.10": "awaited"}
    assert [one.body.code for one in ministry.entries()["1.10"].lacking] == ["VK2"]
    # The site's rows name the letter, and no longer where they say something that is not in it.
    named = [row.values for row in session.scalars(select(WorkspaceOperation)) if "letter_no" in row.values]
    assert [(row["letter_no"], row["letter_on"]) for row in named] == [
        ("", None),
        ("1-12/345", "2021-01-29"),
        ("1-12/345", "2021-01-29"),
        ("", None),
        ("", None),
    ]
    told_to = [
        (row.kind, row.person_id) for row in session.scalars(select(OutgoingMessage)) if row.kind == "filing-told"
    ]
    assert told_to == [("filing-told", ministry.coordinator.id)]


def test_a_further_letter_holds_only_what_is_new(ministry: Ministry) -> None:
    for number in ("1.1", "1.2"):
        ministry.say(number, f"Darbs {number}.")
    first = ministry.sign()  # none was made here: what stands is what was signed
    assert first.turn == 1
    assert ministry.make() is None
    ministry.say("1.1", "Labots.", "2021-01-30")
    ministry.say("1.3", "Vēlāk.", "2021-01-30")
    further = ministry.make("2021-01-31")
    assert further is not None
    draft = letters.draft(ministry.facts.session, further, day=DAY)
    assert [(one.number, one.answer and one.answer.done) for one in draft.items] == [
        ("1.1", "Labots."),
        ("1.3", "Vēlāk."),
    ]
    assert ([one.number for one in draft.lacking], draft.before) == (["1.10"], [("1-12/345", SIGNED)])
    ministry.sign("2021-02-01", number="1-12/400", on=date(2021, 2, 1))
    answers = {number: entry.answers[0] for number, entry in ministry.entries().items() if entry.answers}
    assert {number: (one.done, one.letter and one.letter.number) for number, one in answers.items()} == {
        "1.1": ("Labots.", "1-12/400"),
        "1.2": ("Darbs 1.2.", "1-12/345"),
        "1.3": ("Vēlāk.", "1-12/400"),
    }


def test_a_number_is_put_right_and_taken_back(ministry: Ministry) -> None:
    session = ministry.facts.session
    ministry.say("1.1", "Darbs.")
    ministry.make()
    filing = ministry.sign()
    assert ministry.sign(number="1-12/354") is filing
    assert (filing.number, ministry.states()["1.1"]) == ("1-12/354", "letter")
    assert signing.reopen(session, filing, by=ministry.coordinator, at=at("2021-01-29"))
    assert (filing.number, ministry.states()["1.1"]) == ("", "signing")
    assert not signing.reopen(session, filing, by=ministry.coordinator, at=at("2021-01-29"))
    actions = [row.action for row in session.scalars(select(JournalEntry)) if row.noun == "filing"]
    assert actions == ["filing.made", "filing.signed", "filing.corrected", "filing.reopened"]


def test_a_letter_after_the_lock_is_kept_as_received_after(ministry: Ministry) -> None:
    """An official letter about which nobody said anything here is the answer to all that was missed."""
    late, day = "2021-02-15", date(2021, 2, 15)
    assert set(ministry.states(day).values()) == {State.MISSED}
    filing = signing.sign(
        ministry.facts.session,
        ministry.round,
        ministry.fm,
        number="7",
        on=date(2021, 2, 12),
        by=ministry.coordinator,
        at=at(late),
    )
    assert filing.late
    assert set(ministry.states(day).values()) == {State.LETTER}
    (answer,) = ministry.entries(day)["1.1"].answers
    assert (answer.channel, answer.letter) == (
        "letter",
        Letter(Body("FM", "FM pilnā vārdā"), "7", date(2021, 2, 12), late=True),
    )
