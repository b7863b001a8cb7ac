"""Many forums in one memory: what goes on in one of them asks for no other's rows, however many there are."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy.orm import Session

from bot import parcels
from bot.lanes import Lanes
from bot.parcels import Parcel, Room
from bot.reading import Reader
from bot.telegram.hearing import NAME, hear, raw
from forum import deciding, inbox
from forum.replies import ReplyVersion
from forum.store.base import Noun
from forum.store.door import Store
from forum.times import At, real
from tests.bench import crowd
from tests.bench.crowd import POLICY, Size
from tests.databases import Files
from tests.facts import riga
from tests.questions import asked
from words.messages import Messages
from words.texts import Texts

FORUM = "f"
MORNING = riga("2021-01-11 10:42")
BODIES = 3
# A step of SQLite's that looks at each row of a table; of a noun's, at those of all forums.
THROUGH_ALL = re.compile(r"^SCAN (\w+)")


def test_a_round_asks_for_no_other_forums_rows(sqlite_databases: Files) -> None:
    """Reminders and the week's digest are decided and go out, an answer is read, and its echo goes out."""
    nouns = {mapper.class_.__tablename__ for mapper in Noun.registry.mappers if issubclass(mapper.class_, Noun)}
    with Store.open(sqlite_databases.ready()) as store:
        crowd.settled(store, FORUM, Size(bodies=BODIES, people=2, rounds=2, measures=2))
        with asked() as questions:
            _go_through(store)
        assert store.read_now(crowd.count, ReplyVersion) == BODIES
        found = store.read_now(_steps, questions)
    assert len(questions) > 100
    assert {question: step for question, step in found if (at := THROUGH_ALL.match(step)) and at[1] in nouns} == {}


def _go_through(store: Store) -> None:
    moment = At(now=MORNING, real=real(), day=MORNING.date())
    later = replace(moment, now=MORNING + timedelta(minutes=1), real=moment.real + timedelta(minutes=1))
    store.do_now(deciding.tick, FORUM, now=MORNING, policy=POLICY)
    sent = _send(store, moment)
    told = [(place, one) for place, one in enumerate(sent, start=1) if one.kind == "nudge"]
    batch = [raw(_reply(place, one)) for place, one in told]
    store.do_now(inbox.store, FORUM, NAME, batch=batch, next_id=None, real=real())
    messages = Messages(Texts(POLICY.languages), POLICY.hours.zone, lambda token: token)
    lanes = Lanes(
        store=store,
        forum=FORUM,
        channel=None,
        readers={NAME: Reader(hear)},
        messages=messages,
        policy=POLICY,
        clock=lambda: MORNING,
    )
    assert asyncio.run(lanes.step()) == BODIES
    assert [one.kind for one in _send(store, later)] == ["echo"] * BODIES


def _send(store: Store, moment: At) -> list[Parcel]:
    """What is due goes out; the number of each there is its place."""
    taken = store.do_now(parcels.take_up, FORUM, Room({NAME: 24}), policy=POLICY, at=moment).parcels
    for place, parcel in enumerate(taken, start=1):
        claimed = store.do_now(parcels.claim, parcel, policy=POLICY, at=moment)
        assert claimed is not None
        store.do_now(parcels.sent, claimed, external_id=f"{place}", now=MORNING)
    return taken


def _reply(place: int, parcel: Parcel) -> dict[str, Any]:
    chat, at = {"id": int(parcel.address), "type": "private", "first_name": "x"}, int(MORNING.timestamp())
    before = {"message_id": place, "date": at, "chat": chat, "text": "…"}
    sender = {"id": int(parcel.address), "is_bot": False, "first_name": "x"}
    said = {"message_id": 100 + place, "date": at, "chat": chat, "from": sender, "text": "Pabeigts."}
    return {"update_id": place, "message": {**said, "reply_to_message": before}}


def _steps(session: Session, questions: Iterable[tuple[str, Any]]) -> list[tuple[str, str]]:
    """Each step by which SQLite answers each of these."""
    connection = session.connection()
    explained = {
        question: connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {question}", given).all()
        for question, given in questions
        if question.startswith(("SELECT", "UPDATE", "DELETE")) and not isinstance(given, list)
    }
    return [(question, row[3]) for question, rows in explained.items() for row in rows]
