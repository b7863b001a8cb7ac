"""Restoring: a forum from a backup is silent, doubts what waited, and says so to its coordinators."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import baselines, forums, landed, operations, outbox, restoring, superseding
from forum.operations import WorkspaceOperation
from forum.outbox import OutgoingMessage, To
from forum.people import Role
from tests.facts import FORUM, Facts, policy, riga

MADE = riga("2021-01-18 03:00")
NOW = riga("2021-01-18 15:00")


def waiting(session: Session, facts: Facts, kind: str, send_from: str) -> None:
    member = facts.member(f"IZM {kind}", None)
    outbox.put(session, FORUM, to=To(person_id=member.id), kind=kind, dedupe=kind, now=MADE, send_from=riga(send_from))


def test_what_was_due_by_now_may_have_gone_out_and_is_never_sent_by_itself(session: Session, facts: Facts) -> None:
    facts.member("VK koordinators", role=Role.COORDINATOR)
    waiting(session, facts, "nudge", "2021-01-18 08:30")
    waiting(session, facts, "meeting-nudge", "2021-01-19 08:30")

    doubted = restoring.settle(session, made_at=MADE, now=NOW, policy=policy())

    rows = session.execute(select(OutgoingMessage.kind, OutgoingMessage.state).order_by(OutgoingMessage.id)).all()
    assert doubted == 1
    assert [tuple(row) for row in rows] == [
        ("nudge", outbox.State.UNKNOWN),
        ("meeting-nudge", outbox.State.PENDING),
        ("restored", outbox.State.PENDING),
    ]


def test_it_is_silent_until_a_coordinator_says_otherwise(session: Session, facts: Facts) -> None:
    restoring.settle(session, made_at=MADE, now=NOW, policy=policy())

    assert forums.of(session, FORUM).paused_at == NOW


def test_a_forum_that_was_silent_stays_so_since_then(session: Session, facts: Facts) -> None:
    forums.of(session, FORUM).paused_at = MADE

    restoring.settle(session, made_at=MADE, now=NOW, policy=policy())

    assert forums.of(session, FORUM).paused_at == MADE


def test_what_waited_to_be_written_may_stand_there_by_now(session: Session, facts: Facts) -> None:
    for done in ("viens", "divi"):
        operations.put(session, FORUM, noun="reply", noun_id=1, row_key="k", values={"done": done}, now=MADE)

    restoring.settle(session, made_at=MADE, now=NOW, policy=policy())

    rows = session.scalars(select(WorkspaceOperation).order_by(WorkspaceOperation.id)).all()
    assert [(row.state, row.attempts) for row in rows] == [(operations.State.PENDING, 1)] * 2
    # So none of them supersedes another: each is looked for before it is written.
    assert superseding.chain(rows[0], rows[1:]) == [rows[0]]


def test_a_reading_that_was_under_way_is_begun_anew(session: Session, facts: Facts) -> None:
    known = baselines.list_of(session, FORUM, "measure")
    known.change_token, known.reading_token, known.reading_after = "a", "b", 7
    landed.keep(session, FORUM, "measure", [(7, "c", None, "", None, "2.8")])

    restoring.settle(session, made_at=MADE, now=NOW, policy=policy())

    assert (known.change_token, known.reading_token, known.reading_after) == ("", "", 0)
    assert landed.after(session, FORUM, "measure", fields=1, after=0, limit=9) == []
