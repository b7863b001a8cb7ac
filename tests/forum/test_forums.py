"""Forums: of several processes that begin together on an empty database, one makes the forum, and none stumbles."""

from __future__ import annotations

import asyncio
import threading

import psycopg
from sqlalchemy import select
from sqlalchemy.orm import Session

from forum import forums
from forum.forums import Forum
from forum.store.door import Store
from tests.facts import FORUM, at
from tests.waiting import soon

NOW = at("2021-01-18 10:00").now


async def test_of_two_that_begin_together_one_makes_it(postgres_url: str) -> None:
    made, go_on = threading.Event(), threading.Event()

    def slowly(session: Session) -> str:
        found = forums.ensure(session, FORUM, now=NOW, paused=True).secret
        made.set()
        go_on.wait(8)
        return found

    def quickly(session: Session) -> str:
        return forums.ensure(session, FORUM, now=NOW, paused=True).secret

    with Store.open(postgres_url) as one, Store.open(postgres_url) as other:
        first = asyncio.create_task(one.do(slowly))
        await soon(made.is_set)
        second = asyncio.create_task(other.do(quickly))
        await soon(lambda: waits(postgres_url))
        go_on.set()
        assert await first == await second
        assert one.read_now(lambda session: [row.never_on for row in session.scalars(select(Forum))]) == [True]


def waits(url: str) -> bool:
    """Whether somebody waits for what another has written and not yet kept."""
    with psycopg.connect(url) as look:
        asked = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        return look.execute(asked).fetchone() == (1,)
