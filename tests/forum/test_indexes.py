"""Indexes: what is asked for again and again leads past all that is done with, on either database."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from forum import (
    bringing,
    conversations,
    drafts,
    enrolment,
    evidence,
    floods,
    in_chat,
    inbox,
    outbox,
    people,
    plan,
    replies,
    rounds,
    sending,
)
from forum.inbox import IncomingMessage
from forum.outbox import OutgoingMessage
from forum.rounds import Obligation
from forum.store import bulk
from forum.store.door import Store
from forum.store.keyed import Key
from tests.databases import Files
from tests.facts import FORUM, TELEGRAM, Facts, riga
from tests.questions import asked

DONE, NEW = 4000, 20
NOW, REAL = riga("2021-01-18"), datetime(2021, 1, 18, 7, tzinfo=UTC)


def filled(session: Session) -> None:
    """Thousands of messages that came and went, and a few that wait."""
    sent = [(f"done/{number}", str(number % 50), outbox.State.SENT.value) for number in range(DONE)]
    waits = [(f"new/{number}", str(number), outbox.State.PENDING.value) for number in range(NEW)]
    same: dict[str, Any] = {"kind": "notice", "values": {}, "decided_at": NOW, "send_from": NOW, "channel": TELEGRAM}
    same |= {"asked": 0 if session.get_bind().dialect.name == "sqlite" else False, "epoch": 0, "attempts": 0}
    columns = ("dedupe_key", "address", "state")
    bulk.insert(session, OutgoingMessage, columns, [*sent, *waits], forum=FORUM, error="", **same)
    read = [(f"{number}", str(number % 50), inbox.State.DONE.value) for number in range(DONE)]
    unread = [(f"new {number}", str(number), inbox.State.NEW.value) for number in range(NEW)]
    same = {"channel": TELEGRAM, "received_at": REAL, "generation": 0, "attempts": 0, "body": "{}", "error": ""}
    bulk.insert(session, IncomingMessage, ("external_id", "lane", "state"), [*read, *unread], forum=FORUM, **same)
    session.execute(text("ANALYZE"))


def due(session: Session) -> int:
    return len(sending.due(session, FORUM, now=NOW, real=REAL, limit=64, besides=[1, 2]))


def waiting(session: Session) -> int:
    return len(inbox.waiting(session, FORUM, real=REAL, limit=32))


def in_a_flood(session: Session) -> int:
    rows = inbox.take(session, [number for _, number in inbox.waiting(session, FORUM, real=REAL, limit=2)])
    floods.count(session, rows)
    return len(rows)


# By these a dialogue finds rows again and again.
KEYS: dict[str, tuple[Key[Any], tuple[Any, ...]]] = {
    "who is at an address": (enrolment.AT, (TELEGRAM, "1")),
    "where a person is": (enrolment.OF, (1,)),
    "what was asked": (conversations.OF, (1,)),
    "what was begun": (drafts.OF, (1,)),
    "what stands in a chat": (in_chat.STANDING, (TELEGRAM, "1", "77")),
    "a message by its name": (outbox.NAMED, ("done/1",)),
    "who answers for a measure": (plan.OF_MEASURE, (1,)),
    "a body's people": (people.OF_BODY, (1,)),
    "a body's share": (rounds.SHARED, (1, 1)),
    "the reply": (replies.TO, (1,)),
    "the version that counts": (replies.VERSION, (1, 1)),
}


def absent(value: Any) -> Any:
    """Another key, so that two are asked for at once."""
    return value + 1 if isinstance(value, int) else f"{value}0"


@pytest.mark.parametrize("name", KEYS)
def test_rows_are_found_by_the_whole_of_their_key(sqlite_databases: Files, name: str) -> None:
    """On SQLite, which takes an index by the form of a question; PostgreSQL takes it by how many rows there are."""
    key, values = KEYS[name]

    def wide(session: Session) -> list[tuple[str, Any]]:
        with asked(session.connection()) as questions:
            key.gather(session, FORUM, [values, (*values[:-1], absent(values[-1]))])
        assert len(questions) == 1
        return [one for one in questions if through_all(session, *one)]

    with Store.open(sqlite_databases.ready()) as store:
        assert store.read_now(wide) == []


def to_fetch(session: Session) -> list[object]:
    return [
        *evidence.to_fetch(session, FORUM, TELEGRAM, real=REAL),
        *bringing.to_fetch(session, FORUM, TELEGRAM, real=REAL),
    ]


def given(session: Session) -> list[object]:
    duty = Obligation(forum=FORUM, round_id=1, measure_id=1, institution_id=1)
    duty.id = 1
    return [*evidence.kept(session, duty)]


@pytest.mark.parametrize("question", [to_fetch, given])
def test_files_are_found_by_what_they_wait_for(
    sqlite_databases: Files, question: Callable[[Session], list[object]]
) -> None:
    def wide(session: Session) -> list[tuple[str, Any]]:
        with asked(session.connection()) as questions:
            assert question(session) == []
        assert questions
        return [one for one in questions if through_all(session, *one)]

    with Store.open(sqlite_databases.ready()) as store:
        assert store.read_now(wide) == []


@pytest.mark.parametrize(("question", "answers"), [(due, NEW), (waiting, NEW), (in_a_flood, 2)])
def test_no_question_goes_through_all_that_there_is(
    facts: Facts, question: Callable[[Session], int], answers: int
) -> None:
    session = facts.session
    filled(session)
    with asked(session.connection()) as questions:
        assert question(session) == answers
    assert [one for one in questions if through_all(session, *one)] == []


# What leads to all of a forum, or of a channel.
TOO_WIDE = re.compile(r"^SCAN (?!\(|anon|\d)|\(forum=\?(?: AND channel=\?)?\)$")
ALL = ("Seq Scan", '"Index Cond": "((forum)::text = \'ogp-forum\'::text)"')


def through_all(session: Session, statement: str, given: Any) -> bool:
    """Whether the database would look at each row of a long table for this."""
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        steps = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)]
        return any(TOO_WIDE.search(step) for step in steps)
    (plan_of_it,) = connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {statement}", given).one()
    return any(one in json.dumps(plan_of_it) for one in ALL)
