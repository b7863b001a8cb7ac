"""Erasing the words of an answer: they stand nowhere any more, and that there were some is told without them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select, update

from forum import (
    answering,
    briefs,
    edits,
    erasing,
    inbox,
    landed,
    letters,
    outbox,
    replies,
    reports,
    signing,
    standing,
    withdrawing,
)
from forum.answering import Answer
from forum.briefs import Asked
from forum.edits import Editor
from forum.inbox import IncomingMessage, Raw
from forum.journal import JournalEntry
from forum.operations import State, WorkspaceOperation
from forum.outbox import OutgoingMessage, To
from forum.people import Institution, Person, Role
from forum.plan import Completion
from forum.replies import Manner, ReplyVersion
from forum.rounds import Round
from forum.store.migrate import metadata
from forum.times import At
from tests.facts import FORUM, TELEGRAM, Facts, at, policy, riga

SECRET, OPEN = "Slepenais iemesls.", "Publisks teksts."
NOW = at("2021-01-18 10:00")


class Case:
    """An obstacle that was written in chat, put right there, and given more words on the page."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.session = facts, facts.session
        body = facts.body("IZM")
        self.coordinator = facts.member("VK koordinators", facts.body("VK"), role=Role.COORDINATOR)
        self.person = facts.member("IZM kontaktpersona", body)
        self.measure = facts.measure("2.8", body, completion=Completion.LIMITED, done=OPEN)
        facts.round()
        (self.duty,) = [one for one in facts.opened("2021-01-18") if one.institution_id == body.id]
        self.chat = str(1000 + self.person.id)
        raws = [Raw(external_id=str(n), lane=self.chat, message_ref="5", body=f'{{"text":"{SECRET}"}}') for n in (1, 2)]
        inbox.store(self.session, FORUM, TELEGRAM, batch=raws, next_id=3, real=riga("2021-01-18"))
        self.session.flush()
        heard = self.session.scalars(select(IncomingMessage.id).order_by(IncomingMessage.id)).first()
        self.says(channel=TELEGRAM, done="Darīts.", obstacles=SECRET, obstacles_heard_id=heard)
        self.says(channel="page", done="Vēl.", obstacles=f"{SECRET} Un vēl.", next_step=SECRET)

        for person, text in ((self.person, f"Izpildīts. {SECRET}"), (self.coordinator, "Cita vēstule. Vēl.")):
            self.quote(person, text)

    def quote(self, person: Person, text: str) -> None:
        """A message of ours that says again what somebody had sent."""
        outbox.put(
            self.session,
            FORUM,
            to=To(person_id=person.id),
            kind="letter-kept",
            values={"text": text, "obligations": [self.duty.id]},
            dedupe=f"quote/{person.id}",
            now=NOW.now,
        )

    def says(self, **answer: Any) -> ReplyVersion:
        given = Answer(**{"completion": Completion.SUBSTANTIAL, **answer})
        to = To(person_id=self.person.id, channel=TELEGRAM, address=self.chat)
        version = answering.record(self.session, self.duty, self.person, given, at=NOW, echo=to)
        self.session.flush()
        return version

    def erase(self, moment: At = NOW) -> bool:
        own, echo = {self.person.id}, To(person_id=self.person.id)
        return erasing.erase(self.session, self.duty, self.person, channel="page", at=moment, own=own, echo=echo)

    def counts(self) -> ReplyVersion | None:
        return replies.of_obligation(self.session, self.duty)

    def holding(self, word: str) -> set[str]:
        """The tables that hold a word."""
        tables = metadata().sorted_tables
        return {one.name for one in tables for row in self.session.execute(select(one)) if word in repr(tuple(row))}

    def messages(self, kind: str) -> list[OutgoingMessage]:
        found = select(OutgoingMessage).where(OutgoingMessage.kind == kind).order_by(OutgoingMessage.id)
        return list(self.session.scalars(found))


@pytest.fixture
def case(facts: Facts) -> Case:
    return Case(facts)


def test_the_words_stand_nowhere_any_more(case: Case) -> None:
    landed.keep(case.session, FORUM, "measure", [(1, "a", None, "", None, "2.8", SECRET)])
    typed: dict[str, Any] = {"values": {"obstacles": SECRET}, "editor": Editor("IZM kontaktpersona")}
    edits.keep(case.session, FORUM, measure_id=case.measure.id, **typed, made_at=NOW.now, now=NOW.now)
    case.session.flush()
    holding = {"reply_version", "incoming_message", "workspace_operation", "measure", "landed_row", "edit"}
    assert case.holding(SECRET) >= holding
    assert case.erase()
    assert case.holding(SECRET) == set()
    assert case.holding("Darīts.") == set()
    assert [row.values["text"] for row in case.messages("letter-kept")] == ["", "Cita vēstule. Vēl."]


def test_that_there_was_an_answer_stays_and_the_question_is_open_again(case: Case) -> None:
    case.erase()
    rows = case.session.scalars(select(ReplyVersion).order_by(ReplyVersion.version)).all()
    assert [(row.manner.value, row.completion and row.completion.value, row.submitted_by) for row in rows] == [
        ("told", "substantial", "IZM kontaktpersona"),
        ("told", "substantial", "IZM kontaktpersona"),
        ("withdrawn", None, "IZM kontaktpersona"),
    ]
    assert case.duty.discharged_at is None
    assert (case.measure.completion, case.measure.done, case.measure.obstacles) == (Completion.LIMITED, OPEN, "")
    actions = [row.action for row in case.session.scalars(select(JournalEntry).order_by(JournalEntry.id))]
    assert actions[-2:] == ["reply.withdrawn", "reply.erased"]


def test_the_rows_of_the_site_are_to_say_so_in_the_end(case: Case) -> None:
    case.session.execute(update(WorkspaceOperation).values(state=State.DONE))
    case.erase()
    rows = case.session.scalars(select(WorkspaceOperation).order_by(WorkspaceOperation.id)).all()
    last = {row.noun: row.values for row in rows if "forget" not in row.values}
    assert [last["reply"][name] for name in ("done", "obstacles", "next_step")] == ["", "", ""]
    assert (last["measure"]["done"], last["measure"]["obstacles"], last["measure"]["next_step"]) == (OPEN, "", "")


def test_our_messages_in_the_chat_are_put_in_other_words(case: Case) -> None:
    for row in case.messages("echo"):
        row.state, row.external_id, row.channel, row.address = row.state.SENT, f"m{row.id}", TELEGRAM, case.chat
    case.session.flush()
    sent = [row.external_id for row in case.messages("echo")]
    case.erase()
    assert [(row.edits, row.address, row.values) for row in case.messages("text-erased")] == [
        (one, case.chat, {}) for one in sent
    ]


def test_the_coordinator_sees_that_and_not_what(case: Case) -> None:
    case.erase()
    (told,) = case.messages("answer-erased")
    assert told.person_id == case.coordinator.id
    assert briefs.of(Asked(case.session, told, case.coordinator, NOW, policy())) == {
        "obligation": case.duty.id,
        "number": "2.8",
        "marks": [],
        "institution": "IZM",
        "name": "IZM kontaktpersona",
        "link": "",
        "files": False,
        "why": "asked",
        "sought": 0,
        "letters": [],
        "backups": None,
    }


def test_what_was_taken_back_before_is_erased_all_the_same_and_once(case: Case) -> None:
    withdrawing.withdraw(case.session, case.duty, case.person, channel="page", at=NOW, echo=None)
    assert (case.erase(), case.erase()) == (True, False)
    assert case.holding(SECRET) == set()
    assert len(case.messages("answer-erased")) == 1


LATE = at("2021-03-01 10:00")


def test_when_answers_are_taken_no_more_the_answer_stays_without_its_words(case: Case) -> None:
    assert case.erase(LATE)
    assert case.holding(SECRET) == case.holding("Vēl.") - {"outgoing_message"} == set()
    version = case.counts()
    assert version is not None
    assert (version.manner, version.completion, version.erased_at) == (Manner.TOLD, Completion.SUBSTANTIAL, LATE.now)
    assert case.duty.discharged_at is not None
    # What stood on record before it was not said in this round, and does not come back.
    assert (case.measure.completion, case.measure.done, case.measure.obstacles) == (Completion.SUBSTANTIAL, "", "")
    one = case.session.get_one(Round, case.duty.round_id)
    (answer,) = reports.of(case.session, one, day=LATE.day).entries[0].answers
    assert (answer.version, answer.done, answer.obstacles, answer.erased_at) == (2, "", "", LATE.now)
    assert not case.erase(LATE)


def test_a_letter_keeps_its_answer_and_number_and_says_what_is_gone(case: Case) -> None:
    session, one = case.session, case.session.get_one(Round, case.duty.round_id)
    body = session.get_one(Institution, case.duty.institution_id)
    draft = signing.make(session, one, body, by=case.person, at=NOW)
    assert draft is not None
    assert [row.id for row in erasing.letters(session, case.duty)] == [draft.id]
    signing.sign(session, one, body, number="1-12/345", on=date(2021, 1, 18), by=case.person, at=NOW)
    assert case.erase()
    assert case.holding(SECRET) == set()
    told = [(row.number, row.letter_on) for row in erasing.letters(session, case.duty)]
    assert told == [("1-12/345", date(2021, 1, 18))]
    (item,) = letters.draft(session, draft, day=NOW.day).items
    assert item.answer is not None
    assert (item.answer.version, item.answer.obstacles, item.answer.erased_at) == (2, "", NOW.now)
    assert case.duty.discharged_at is not None
    rows = session.scalars(select(WorkspaceOperation).order_by(WorkspaceOperation.id)).all()
    assert "letter_no" not in {name for row in rows[-4:] for name in row.values}  # the row goes on naming the letter


def test_a_coordinator_erases_by_law_and_whoever_answered_hears_of_it(case: Case) -> None:
    assert erasing.erase_for(case.session, case.duty, case.coordinator, erasing.Why.LAW, at=LATE)
    assert case.holding(SECRET) == set()
    (told,) = case.messages("answer-erased-body")
    assert (told.person_id, told.values["why"], told.values["name"]) == (case.person.id, "law", "VK koordinators")
    assert [row.values["why"] for row in case.messages("answer-erased")] == ["law"]


def test_the_same_words_of_another_round_go_with_them_and_others_stay(case: Case) -> None:
    """A body that says that nothing has changed says its words again; what another would put back on record is them."""
    facts = case.facts
    other = facts.body("VID")
    facts.measure("2.9", other)
    facts.round(date(2021, 8, 2))
    duties = [one for one in facts.opened("2021-07-01") if one.round_id != case.duty.round_id]
    mine = next(one for one in duties if one.measure_id == case.measure.id)
    theirs = next(one for one in duties if one.institution_id == other.id)
    found = standing.on_record(case.session, mine)
    assert found is not None
    july = at("2021-07-01 10:00")
    again = answering.record(case.session, mine, case.person, answering.unchanged(found, channel="page"), at=july)
    given = Answer(channel="page", completion=Completion.COMPLETE, done="Pavisam cits teksts.")
    put = answering.record(case.session, mine, case.person, given, at=july)
    kept = answering.record(case.session, theirs, None, Answer(channel="page", done=f"{SECRET} Vēl"), at=july)
    case.session.flush()
    assert (again.next_step, put.on_record["done"]) == (SECRET, "Vēl.")
    assert case.erase(july)
    assert case.holding(SECRET) == {"reply_version", "workspace_operation", "measure"}
    assert (again.next_step, again.done, again.erased_at) == ("", "", july.now)
    assert (put.done, put.on_record["done"], put.erased_at) == ("Pavisam cits teksts.", "", None)
    assert kept.done == f"{SECRET} Vēl"
    assert case.measure.done == "Pavisam cits teksts."
