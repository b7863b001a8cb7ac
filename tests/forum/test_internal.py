"""Internal answers: their texts stay on the worksheet page, and leave it for no chat, site, board, report or export."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import select

from forum import answering, briefs, evidence, privacy, reports, shelving, standing
from forum.answering import Answer
from forum.briefs import Asked
from forum.evidence import Attached
from forum.operations import WorkspaceOperation
from forum.outbox import OutgoingMessage, To
from forum.people import Person
from forum.plan import Completion, Measure
from forum.replies import ReplyVersion
from forum.rounds import Audience
from forum.store.migrate import metadata
from tests.facts import FORUM, HOURS, Facts, at, policy
from words.messages import Messages
from words.texts import Texts

SECRET, OPEN = "Slepenais iemesls.", "Publisks teksts."
NOW = at("2021-01-18 10:00")
MESSAGES = Messages(Texts(("lv", "en")), HOURS.zone, lambda token: token)


class Case:
    """One measure with a text on record, and who answers for it."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.session = facts, facts.session
        body = facts.body("IZM")
        self.person = facts.member("IZM kontaktpersona", body)
        self.measure = facts.measure("2.8", body, completion=Completion.LIMITED, done=OPEN)
        self.round = facts.round()
        (self.duty,) = facts.opened("2021-01-18")

    def says(self, **answer: Any) -> ReplyVersion:
        given = Answer(**{"channel": "page", "completion": Completion.SUBSTANTIAL, **answer})
        to = To(person_id=self.person.id)
        version = answering.record(self.session, self.duty, self.person, given, at=NOW, echo=to)
        self.session.flush()
        return version

    def secretly(self) -> ReplyVersion:
        return self.says(done=SECRET, obstacles=SECRET, next_step=SECRET, whole=True, internal=True)

    def brief(self, message: OutgoingMessage) -> Any:
        return briefs.of(Asked(self.session, message, self.person, NOW, policy()))

    def written(self) -> dict[str, Any]:
        """What the site is to be written last, by noun."""
        rows = self.session.scalars(select(WorkspaceOperation).order_by(WorkspaceOperation.id))
        return {row.noun: row.values for row in rows}


@pytest.fixture
def case(facts: Facts) -> Case:
    return Case(facts)


def test_the_site_gets_the_status_alone(case: Case) -> None:
    case.secretly()
    written = case.written()
    assert written["measure"] == {"completion": "substantial", "completion_on": "2021-01-18"}
    assert {name: written["reply"][name] for name in ("completion", "done", "obstacles", "next_step")} == {
        "completion": "substantial",
        "done": "",
        "obstacles": "",
        "next_step": "",
    }
    assert (case.measure.completion, case.measure.done) == (Completion.SUBSTANTIAL, OPEN)


def rows(case: Case) -> Iterator[tuple[str, str]]:
    for table in metadata().sorted_tables:
        for row in case.session.execute(select(table)):
            yield table.name, repr(row)


def test_the_text_stands_in_the_version_and_nowhere_else(case: Case) -> None:
    case.secretly()
    assert {name for name, row in rows(case) if SECRET in row} == {"reply_version"}


def test_the_echo_says_that_it_is_kept_and_not_what(case: Case) -> None:
    case.secretly()
    (echo,) = case.session.scalars(select(OutgoingMessage).where(OutgoingMessage.kind == "echo"))
    brief = case.brief(echo)
    assert SECRET not in repr(brief)
    said = MESSAGES.compose("echo", "lv", brief).html
    assert "Stāvoklis: Izpildīts būtiskā apjomā." in said
    assert "Teksts ir ierobežotas pieejamības, tāpēc šeit to nerādām; tas ir darba lapā." in said


def test_the_board_and_the_report_do_without_it(case: Case) -> None:
    case.secretly()
    evidence.give(case.session, case.duty, case.person, at=NOW, url="https://slepens.example/1")
    board = case.facts._add(
        OutgoingMessage(
            forum=FORUM,
            dedupe_key="b",
            kind="board",
            values={"plan": case.facts.plan.id},
            decided_at=NOW.now,
            send_from=NOW.now,
        )
    )
    assert SECRET not in repr(case.brief(board))
    report = reports.of(case.session, case.round, day=NOW.day)
    assert SECRET not in repr(report)
    assert "slepens" not in repr(report)
    (answer,) = report.entries[0].answers
    assert (answer.internal, answer.completion) == (True, Completion.SUBSTANTIAL)


def test_the_member_gets_it_on_the_page_and_not_in_chat(case: Case) -> None:
    case.secretly()
    chat = privacy.export(case.session, FORUM, [case.person], channel="telegram", address=str(1000 + case.person.id))
    page = privacy.export(case.session, FORUM, [case.person])
    assert (SECRET in repr(chat), SECRET in repr(page)) == (False, True)


def test_what_was_said_openly_is_taken_back_from_the_site(case: Case) -> None:
    case.says(done=SECRET, obstacles=SECRET)
    assert (case.measure.done, case.measure.obstacles) == (SECRET, SECRET)
    case.secretly()
    assert (case.measure.done, case.measure.obstacles, case.measure.next_step) == (OPEN, "", "")
    assert SECRET not in repr(case.written())


def test_whatever_keeps_its_words_is_internal_too(case: Case) -> None:
    case.secretly()
    kept = case.says(channel="telegram", done="Atklāti.")
    assert (kept.internal, kept.obstacles) == (True, SECRET)
    anew = case.says(done="Atklāti.", obstacles="", next_step="", whole=True)
    assert (anew.internal, case.measure.done, case.written()["reply"]["done"]) == (False, "Atklāti.", "Atklāti.")


def test_its_evidence_is_laid_into_no_library(case: Case) -> None:
    case.secretly()
    attached = Attached("a.txt", "text/plain", b"a")
    evidence.give(case.session, case.duty, case.person, at=NOW, attached=attached)
    assert shelving.shelve(case.session, FORUM, now=NOW.now) == 0
    case.says(done="Atklāti.", obstacles="", next_step="", whole=True)
    assert shelving.shelve(case.session, FORUM, now=NOW.now) == 1


def test_another_round_does_not_offer_it_as_what_is_on_record(facts: Facts) -> None:
    lead, body = facts.body("VK"), facts.body("IZM")
    person: Person = facts.member("IZM kontaktpersona", body)
    measure: Measure = facts.measure("2.8", lead, co_leads=(body,))
    for due in ("2021-01-25", "2021-02-01"):
        facts.round(at(due).day, audience=(Audience.CO_RESPONSIBLE,))
    first, second = (duty for duty in facts.opened("2021-01-18") if duty.measure_id == measure.id)
    given = Answer(channel="page", completion=Completion.LIMITED, done=SECRET, internal=True)
    answering.record(facts.session, first, person, given, at=NOW)
    found = standing.on_record(facts.session, second)
    assert found is not None
    assert (found.completion, found.done) == (Completion.LIMITED, "")
    own = standing.on_record(facts.session, first)
    # Asked about many at once, it is the same.
    standing.gather(facts.session, FORUM, [first, second])
    assert [standing.on_record(facts.session, duty) for duty in (first, second)] == [own, found]
    assert own is None
