"""Fetching updates: nothing is confirmed before it is kept, and no trouble or odd update ends it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram.error import NetworkError

from bot.telegram.hearing import Unreadable
from bot.telegram.polling import Polling
from bot.telegram.wire import make_bot
from forum import forums, inbox, pulses
from forum.inbox import IncomingMessage, IntakePosition
from forum.pulses import Part
from forum.skew import Skew
from forum.store.door import Store
from forum.store.errors import StoreClosed
from sandbox.serving import Serving
from tests.bot.town import Town
from tests.bots import bot_at
from tests.databases import Files
from tests.facts import FORUM, riga
from tests.waiting import soon

Oddly = Callable[[bytes], Coroutine[Any, Any, Polling]]


def kept(town: Town) -> list[tuple[str, int]]:
    """(update's id, generation) of all that is in the inbox."""
    return [(row.external_id, row.generation) for row in town.all(IncomingMessage)]


def position(town: Town) -> int | None:
    return town.store.read_now(inbox.position, FORUM, "telegram")


async def test_what_is_fetched_is_kept_raw_and_confirmed_by_the_next_fetch(either_town: Town) -> None:
    town = either_town
    assert position(town) is None
    first = town.api.inject({"update_id": 500, "message": {"message_id": 7, "chat": {"id": 77}, "text": "ā"}})
    assert await town.polling.fetch(wait=0) == 1
    assert (position(town), town.api.updates.count()) == (first + 1, 1)
    assert await town.polling.fetch(wait=0) == 0
    assert town.api.updates.count() == 0
    rows = [(row.channel, row.lane, row.message_ref, row.body) for row in town.all(IncomingMessage)]
    body = '{"update_id": 500, "message": {"message_id": 7, "chat": {"id": 77}, "text": "\\u0101"}}'
    assert rows == [("telegram", "77", "7", body)]


async def test_what_could_not_be_kept_is_not_confirmed(town: Town, sqlite_databases: Files) -> None:
    town.api.inject({"update_id": 500})
    closed = Store.open(sqlite_databases.ready())
    closed.do_now(forums.ensure, FORUM, now=riga("2021-01-18"))
    failing = Polling(store=_Forgetful(closed), forum=FORUM, bot=town.bot, stored=lambda: None)
    with pytest.raises(StoreClosed):
        await failing.fetch(wait=0)
    assert town.api.updates.count() == 1
    assert await town.polling.fetch(wait=0) == 1
    assert kept(town) == [("500", 0)]


class _Forgetful(Store):
    """A store whose end comes between reading the position and keeping the batch."""

    def __init__(self, real: Store) -> None:
        self._real = real

    async def read(self, query: Any, *args: Any, **kwargs: Any) -> Any:
        found = await self._real.read(query, *args, **kwargs)
        self._real.close()
        return found

    async def first(self, verb: Any, *args: Any, **kwargs: Any) -> Any:
        return await self._real.first(verb, *args, **kwargs)


async def test_an_update_that_comes_twice_is_kept_once(town: Town) -> None:
    town.api.inject({"update_id": 500, "first": True})
    await town.polling.fetch(wait=0)
    town.do(lambda session: session.execute(update(IntakePosition).values(next_id=499)))
    assert await town.polling.fetch(wait=0) == 0
    assert (kept(town), position(town)) == ([("500", 0)], 501)


async def test_ids_may_begin_anew_after_a_silent_week(town: Town) -> None:
    town.api.inject({"update_id": 500})
    town.api.inject({"update_id": 600})
    await town.polling.fetch(wait=0)
    await town.polling.fetch(wait=0)

    def age(session: Session) -> None:
        for row in session.query(IncomingMessage):
            row.received_at -= timedelta(days=8)

    town.do(age)
    town.api.updates.restart_ids(500)
    town.api.inject({})
    assert await town.polling.fetch(wait=0) == 1
    assert (kept(town), position(town)) == ([("500", 0), ("600", 0), ("500", 1)], 501)


async def running(polling: Polling) -> asyncio.Task[None]:
    task = asyncio.create_task(polling.run())
    await asyncio.sleep(0)
    return task


async def end(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.wait([task])
    assert task.cancelled()


async def test_the_loop_goes_on_after_an_outage(town: Town) -> None:
    town.api.down = True
    with pytest.raises(NetworkError):
        await town.polling.fetch(wait=0)
    task = await running(town.polling)
    await soon(lambda: len(town.asked("getUpdates")) >= 2)
    town.api.down = False
    town.api.inject({"update_id": 500})
    await soon(lambda: position(town) == 501)
    await end(task)


async def test_another_instance_only_makes_it_pause(town: Town) -> None:
    task = await running(town.polling)
    await soon(lambda: town.api.updates._poll is not None)
    town.api.inject({"update_id": 500})
    await soon(lambda: position(town) == 501)
    await soon(lambda: town.api.updates._poll is not None)
    async with bot_at(town.bot.base_url.partition("/bot")[0], town.api.token) as other:
        await other.get_updates(timeout=0)  # ours is told 409
    await soon(lambda: [entry["status"] for entry in town.asked("getUpdates")].count(409) == 1)
    await asyncio.sleep(0.3)
    assert not task.done()
    assert town.api.updates._poll is None  # it lets the other one be for half a minute
    await end(task)


async def test_a_wrong_token_only_makes_it_pause(serving: Serving, town: Town) -> None:
    wrong = make_bot("123:WRONG", town.bot.base_url.partition("/bot")[0] + "/bot")
    task = await running(Polling(store=town.store, forum=FORUM, bot=wrong, stored=lambda: None))
    await soon(lambda: 401 in [entry["status"] for entry in town.api.ledger.entries])
    await asyncio.sleep(0.1)
    assert not task.done()
    await end(task)
    await wrong.shutdown()


@pytest.fixture
async def oddly(serving: Serving, town: Town) -> AsyncIterator[Oddly]:
    """A chat service that answers every fetch with this, whatever it is."""
    bots = []

    async def answering(result: bytes) -> Polling:
        async def answer(request: Request) -> Response:
            asked = request.path_params["method"]
            found = b'{"id":123,"is_bot":true,"first_name":"bot"}' if asked == "getMe" else result
            return Response(b'{"ok":true,"result":' + found + b"}", media_type="application/json")

        address = serving.start(Starlette(routes=[Route("/bot{token}/{method}", answer, methods=["POST"])]))
        bots.append(make_bot("123:SECRET", address + "/bot"))
        await bots[-1].initialize()
        return Polling(store=town.store, forum=FORUM, bot=bots[-1], stored=lambda: None)

    yield answering
    for bot in bots:
        await bot.shutdown()


@pytest.mark.parametrize(
    "result",
    [
        b'[{"message":{}}]',
        b'["words"]',
        b'[{"update_id":true}]',
        b'[{"update_id":9e99}]',
        b'[{"update_id":' + b"9" * 30 + b"}]",
        b'{"a":1}',
        b"7",
    ],
    ids=["no id", "no object", "a yes", "a fraction", "too large", "no list", "a number"],
)
async def test_nothing_readable_is_a_trouble_that_makes_the_loop_pause(town: Town, oddly: Oddly, result: bytes) -> None:
    with pytest.raises(Unreadable):
        await (await oddly(result)).fetch(wait=0)
    assert (kept(town), position(town)) == ([], None)


async def test_odd_updates_are_kept_or_left_out_and_the_rest_goes_on(either_town: Town, oddly: Oddly) -> None:
    odd = [
        b'{"message":{"text":"no id"}}',
        b'{"update_id":1,"message":{"text":"\\ud800 half a character"}}',
        b'{"update_id":2,"message":{"text":"a zero \\u0000","chat":{"id":"' + b"x" * 400 + b'"}}}',
        b'{"update_id":3,"message":{"message_id":' + b"9" * 90 + b',"chat":{"id":77}}}',
        b'{"update_id":4,"message":[[[[[]]]]],"callback_query":{"message":7}}',
        b"null",
        b'{"update_id":5,"message":{"message_id":1.5,"chat":null}}',
    ]
    polling = await oddly(b"[" + b",".join(odd) + b"]")
    polling = Polling(store=either_town.store, forum=FORUM, bot=polling.bot, stored=lambda: None)
    assert await polling.fetch(wait=0) == 5
    assert [(row.external_id, row.lane, row.message_ref) for row in either_town.all(IncomingMessage)] == [
        ("1", "", None),
        ("2", "", None),
        ("3", "77", None),
        ("4", "", None),
        ("5", "", None),
    ]
    assert position(either_town) == 6


async def test_what_time_it_is_there_is_kept_with_what_was_heard(town: Town, serving: Serving) -> None:
    skew = Skew()
    bot = make_bot(town.api.token, serving.start(town.api.app(), ahead=timedelta(hours=1)) + "/bot", skew)
    polling = asyncio.create_task(Polling(store=town.store, forum=FORUM, bot=bot, stored=lambda: None, skew=skew).run())
    town.account(77).says("Labdien!")
    await soon(lambda: bool(town.store.read_now(pulses.last, FORUM)))
    polling.cancel()
    await asyncio.gather(polling, return_exceptions=True)
    await bot.shutdown()
    word = town.store.read_now(pulses.last, FORUM)[Part.HEARD].word
    assert abs(int(word) - 3600) < 60
