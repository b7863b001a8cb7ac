"""Replies: versions that are never overwritten, and all that follows from one, in the same unit of work."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from forum import answering, echoing, inbox, replies
from forum.answering import Answer
from forum.inbox import IncomingMessage, Raw
from forum.journal import JournalEntry
from forum.operations import WorkspaceOperation
from forum.outbox import OutgoingMessage, To
from forum.people import Person
from forum.plan import Completion, Measure
from forum.replies import Reply, ReplyVersion
from forum.rounds import Audience, Obligation, Voice
from forum.store.base import Values
from forum.store.door import Store
from tests.facts import TELEGRAM, Facts, at, riga

REAL = datetime(2021, 6, 1, 12, tzinfo=UTC)
NOW = at("2021-01-05 10:00", real=REAL)


def record(
    session: Session, duty: Obligation, person: Person, done: str = "", completion: Completion | None = None
) -> ReplyVersion:
    answer = Answer(completion=completion, done=done, channel=TELEGRAM)
    return answering.record(session, duty, person, answer, echo=To(channel=TELEGRAM, address="1001"), at=NOW)


def one_duty(facts: Facts) -> tuple[Obligation, Person, Measure]:
    body = facts.body("IZM")
    person, measure = facts.member("IZM kontaktpersona", body), facts.measure("1.1", body)
    facts.round()
    (duty,) = facts.opened("2021-01-04")
    return duty, person, measure


def written(facts: Facts, noun: str) -> list[tuple[int, Values]]:
    rows = facts.session.scalars(
        select(WorkspaceOperation).where(WorkspaceOperation.noun == noun).order_by(WorkspaceOperation.id)
    )
    return [(row.noun_id, row.values) for row in rows]


def test_a_reply_sets_all_in_motion(facts: Facts) -> None:
    duty, person, measure = one_duty(facts)
    version = record(facts.session, duty, person, "Sagatavots apraksts.", Completion.LIMITED)

    assert (version.version, version.done, version.completion, version.submitted_by, version.submitted_at) == (
        1,
        "Sagatavots apraksts.",
        Completion.LIMITED,
        "IZM kontaktpersona",
        NOW.now,
    )
    assert duty.discharged_at == NOW.now
    assert (measure.done, measure.completion, measure.completion_on) == (
        "Sagatavots apraksts.",
        Completion.LIMITED,
        NOW.day,
    )


def test_the_site_is_to_get_a_row_for_the_reply_and_the_measures_columns(facts: Facts) -> None:
    duty, person, measure = one_duty(facts)
    record(facts.session, duty, person, "Sagatavots apraksts.", Completion.LIMITED)
    reply = facts.session.scalars(select(Reply)).one()

    assert written(facts, "reply") == [
        (
            reply.id,
            {
                "title": "1.1. · 2021 · IZM",
                "round": duty.round_id,
                "measure": measure.id,
                "institution": duty.institution_id,
                "person": person.id,
                "plan": facts.plan.id,
                "submitted_by": "IZM kontaktpersona",
                "voice": "institution",
                "done": "Sagatavots apraksts.",
                "next_step": "",
                "obstacles": "",
                "unchanged": False,
                "completion": "limited",
                "sign_off": "draft",
                "channel": TELEGRAM,
                "version": 1,
                "submitted_at": riga("2021-01-05 10:00").isoformat(),
            },
        )
    ]
    assert written(facts, "measure") == [
        (measure.id, {"done": "Sagatavots apraksts.", "completion": "limited", "completion_on": "2021-01-05"})
    ]


def test_the_echo_waits_a_moment_for_what_it_announces(facts: Facts) -> None:
    duty, person, _ = one_duty(facts)
    version = record(facts.session, duty, person, "Teksts.", Completion.LIMITED)
    echo = facts.session.scalars(select(OutgoingMessage)).one()
    announced = facts.session.scalars(select(WorkspaceOperation.announces)).all()

    assert (echo.kind, echo.values, echo.asked, echo.retry_at) == (
        "echo",
        {"version": version.id},
        True,
        REAL + echoing.PATIENCE,
    )
    assert announced == [echo.dedupe_key] * 2 == [replies.echo_key(version.id)] * 2


def test_versions_stand_beside_each_other_under_one_key(facts: Facts) -> None:
    duty, person, _ = one_duty(facts)
    for text in ("Pirmais.", "Otrais.", "Trešais."):
        record(facts.session, duty, person, text, Completion.LIMITED)

    rows = facts.session.scalars(select(ReplyVersion).order_by(ReplyVersion.version)).all()
    assert [(row.version, row.done) for row in rows] == [(1, "Pirmais."), (2, "Otrais."), (3, "Trešais.")]
    assert replies.of_obligation(facts.session, duty) is rows[2]
    keys = facts.session.scalars(select(WorkspaceOperation.row_key).where(WorkspaceOperation.noun == "reply")).all()
    assert keys == [facts.session.scalars(select(Reply.key)).one()] * 3


def test_the_first_answer_discharges_and_a_later_one_changes_nothing_of_it(facts: Facts) -> None:
    duty, person, _ = one_duty(facts)
    duty.discharged_at = riga("2021-01-04 12:00")
    record(facts.session, duty, person, "Otrais.")

    assert duty.discharged_at == riga("2021-01-04 12:00")


def test_a_text_alone_keeps_the_completion_given_before_and_a_status_alone_the_text(facts: Facts) -> None:
    duty, person, measure = one_duty(facts)
    record(facts.session, duty, person, "Pirmais.", Completion.LIMITED)
    record(facts.session, duty, person, "Otrais.")
    last = record(facts.session, duty, person, completion=Completion.COMPLETE)

    rows = facts.session.scalars(select(ReplyVersion).order_by(ReplyVersion.version)).all()
    assert [(row.done, row.completion) for row in rows] == [
        ("Pirmais.", Completion.LIMITED),
        ("Otrais.", Completion.LIMITED),
        ("Otrais.", Completion.COMPLETE),
    ]
    assert (last.version, measure.done, measure.completion) == (3, "Otrais.", Completion.COMPLETE)


def test_a_first_answer_without_completion_leaves_the_one_on_record(facts: Facts) -> None:
    duty, person, measure = one_duty(facts)
    measure.completion = Completion.SUBSTANTIAL
    version = record(facts.session, duty, person, "Teksts.")

    assert (version.completion, measure.completion, measure.completion_on) == (None, Completion.SUBSTANTIAL, None)
    assert written(facts, "measure") == [(measure.id, {"done": "Teksts."})]
    assert "completion" not in written(facts, "reply")[0][1]


def test_of_two_bodies_on_one_measure_only_the_leads_answer_sets_the_status(facts: Facts) -> None:
    lead, beside = facts.body("IZM"), facts.body("VK")
    people = [facts.member("IZM kontaktpersona", lead), facts.member("VK kontaktpersona", beside)]
    measure = facts.measure("1.1", lead, co_leads=(beside,))
    facts.round(audience=(Audience.RESPONSIBLE, Audience.CO_RESPONSIBLE))
    first, second = facts.opened("2021-01-04")

    record(facts.session, second, people[1], "Līdzatbildīgā teksts.", Completion.COMPLETE)
    assert (measure.done, measure.completion, written(facts, "measure")) == ("", None, [])
    record(facts.session, first, people[0], "Vadošās teksts.", Completion.LIMITED)

    assert (measure.done, measure.completion) == ("Vadošās teksts.", Completion.LIMITED)
    assert [values["done"] for _, values in written(facts, "reply")] == ["Līdzatbildīgā teksts.", "Vadošās teksts."]
    assert len(written(facts, "measure")) == 1


def test_a_partners_voice_never_sets_the_status(facts: Facts) -> None:
    duty, person, measure = one_duty(facts)
    duty.voice = Voice.PARTNER
    record(facts.session, duty, person, "Partnera teksts.", Completion.COMPLETE)

    assert (measure.completion, written(facts, "measure")) == (None, [])
    assert written(facts, "reply")[0][1]["voice"] == "partner"


def test_the_journal_tells_who_answered_and_not_what(facts: Facts) -> None:
    duty, person, _ = one_duty(facts)
    record(facts.session, duty, person, "Teksts.", Completion.LIMITED)
    entry = facts.session.scalars(select(JournalEntry).where(JournalEntry.action == "reply.recorded")).one()

    assert (entry.actor, entry.side, entry.after) == (
        f"person:{person.id}",
        TELEGRAM,
        {"version": 1, "completion": "limited"},
    )


def test_an_edited_message_finds_the_newest_version_it_became(facts: Facts) -> None:
    duty, person, _ = one_duty(facts)
    batch = [Raw(external_id=str(number), lane="1001", message_ref="77", body="{}") for number in (1, 2)]
    inbox.store(facts.session, facts.forum, TELEGRAM, batch=batch, next_id=3, real=REAL)
    heard = facts.session.scalars(select(IncomingMessage.id).order_by(IncomingMessage.id)).all()
    versions = [
        answering.record(
            facts.session,
            duty,
            person,
            Answer(done=f"Teksts {number}.", channel=TELEGRAM, heard_id=number),
            echo=To(address="1001"),
            at=NOW,
        )
        for number in heard
    ]

    assert replies.from_message(facts.session, facts.forum, list(heard)) == (versions[1], "done")
    assert replies.from_message(facts.session, facts.forum, [heard[0]]) == (versions[0], "done")
    assert replies.from_message(facts.session, facts.forum, []) is None
    assert replies.obligation_of(facts.session, versions[0].id) is duty


def test_a_unit_that_fails_after_the_reply_keeps_nothing_of_it(store: Store) -> None:
    def make(session: Session) -> tuple[int, int]:
        duty, person, _ = one_duty(Facts(session))
        return duty.id, person.id

    def answer(session: Session, duty: int, person: int, *, fail: bool) -> None:
        record(session, session.get_one(Obligation, duty), session.get_one(Person, person), "Teksts.")
        if fail:
            raise RuntimeError("the lane stumbled")

    def counts(session: Session) -> list[int]:
        nouns = (Reply, ReplyVersion, WorkspaceOperation, OutgoingMessage)
        discharged = select(func.count()).select_from(Obligation).where(Obligation.discharged_at.is_not(None))
        return [
            *(session.scalar(select(func.count()).select_from(one)) or 0 for one in nouns),
            session.scalar(discharged) or 0,
        ]

    numbers = store.do_now(make)
    with pytest.raises(RuntimeError, match="the lane stumbled"):
        store.do_now(answer, *numbers, fail=True)
    assert store.read_now(counts) == [0, 0, 0, 0, 0]

    store.do_now(answer, *numbers, fail=False)
    assert store.read_now(counts) == [1, 1, 2, 1, 1]
