"""Updates: what waits for the bot is given out again and again until the bot has confirmed it."""

from __future__ import annotations

import asyncio
import time
from queue import SimpleQueue
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import Conflict
from telegram.ext import ExtBot

from sandbox.botapi import BotApi, Person
from sandbox.serving import Serving
from tests.sandbox.conftest import Ask
from tests.waiting import PATIENCE

ENDED = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


async def ids(ask: Ask, **params: Any) -> list[int]:
    return [each["update_id"] for each in (await ask("getUpdates", **params))["result"]]


async def texts(bot: ExtBot[None], **params: Any) -> list[str | None]:
    return [each.message.text if each.message else None for each in await bot.get_updates(**params)]


async def test_updates_stay_until_they_are_confirmed(ask: Ask, member: Person) -> None:
    member.says("a")
    member.says("b")
    first, second, third = await ids(ask)
    assert (second, third) == (first + 1, first + 2)
    assert await ids(ask) == [first, second, third]
    assert await ids(ask, offset=second) == [second, third]
    assert await ids(ask, offset=first) == [second, third]
    assert await ids(ask, offset=third + 1) == []


async def test_a_negative_offset_keeps_only_the_last(ask: Ask, member: Person) -> None:
    member.says("a")
    member.says("b")
    *_, second, third = await ids(ask)
    assert await ids(ask, offset=-2) == [second, third]
    assert await ids(ask) == [second, third]


async def test_a_limit_is_kept(bot: ExtBot[None], ask: Ask, member: Person) -> None:
    for number in range(120):
        member.says(str(number))
    assert await texts(bot, limit=2) == ["/start", "0"]
    assert len(await ids(ask)) == 100
    assert len(await ids(ask, limit=500)) == 100


async def test_a_waiting_poll_wakes_at_once(bot: ExtBot[None], member: Person) -> None:
    (start,) = await bot.get_updates()
    waiting = asyncio.create_task(bot.get_updates(offset=start.update_id + 1, timeout=20))
    await asyncio.sleep(0.1)
    began = time.monotonic()
    await asyncio.to_thread(member.says, "a")
    (update,) = await waiting
    assert update.message is not None
    assert update.message.text == "a"
    assert time.monotonic() - began < 10


async def test_an_empty_poll_ends_in_time(bot: ExtBot[None], ask: Ask) -> None:
    began = time.monotonic()
    assert await ids(ask, timeout=1) == []
    assert 0.9 < time.monotonic() - began < 10


async def test_a_second_poll_ends_the_first(bot: ExtBot[None], ask: Ask, member: Person) -> None:
    (start,) = await bot.get_updates()
    first = asyncio.create_task(bot.get_updates(offset=start.update_id + 1, timeout=20))
    await asyncio.sleep(0.1)
    second = asyncio.create_task(ids(ask, offset=start.update_id + 1, timeout=20))
    with pytest.raises(Conflict, match=f"^{ENDED}$"):
        await first
    member.says("a")
    assert await second == [start.update_id + 1]


async def test_a_poll_whose_caller_left_is_given_up(bot: ExtBot[None], api: BotApi, member: Person) -> None:
    (start,) = await bot.get_updates()
    waiting = asyncio.create_task(bot.get_updates(offset=start.update_id + 1, timeout=20))
    await asyncio.sleep(0.1)
    waiting.cancel()
    await asyncio.sleep(0.1)
    member.says("a")
    assert [each["status"] for each in api.ledger.entries if each["verb"] == "getUpdates"] == [200, 499]
    assert await texts(bot) == ["a"]


async def test_a_service_that_closes_ends_the_poll(ask: Ask, api: BotApi) -> None:
    waiting = asyncio.create_task(ask("getUpdates", timeout=20))
    await asyncio.sleep(0.1)
    api.close()
    assert (await waiting)["description"] == "Bad Gateway"


async def test_only_the_kinds_asked_for_are_kept(ask: Ask, member: Person) -> None:
    await ask("getUpdates", allowed_updates=["edited_message"])
    said = member.says("a")
    member.edits(said, "b")
    kept = (await ask("getUpdates"))["result"]
    assert [sorted(set(each) - {"update_id"}) for each in kept] == [["message"], ["edited_message"]]
    await ask("getUpdates", allowed_updates=[])
    member.says("c")
    assert len(await ids(ask)) == 3


async def test_old_updates_fall_away_presses_sooner(bot: ExtBot[None], api: BotApi, member: Person) -> None:
    api.updates.press_seconds = 0.1
    keys = InlineKeyboardMarkup([[InlineKeyboardButton("Jā", callback_data="y")]])
    sent = await bot.send_message(77, "a", reply_markup=keys)
    member.presses(sent.message_id, "y")
    assert [each.callback_query is not None for each in await bot.get_updates()] == [False, True]
    await asyncio.sleep(0.15)
    assert await texts(bot) == ["/start"]
    api.updates.update_seconds = 0.1
    member.says("b")
    await asyncio.sleep(0.15)
    assert await texts(bot) == ["/start"]


async def test_a_malformed_update_comes_as_it_is(ask: Ask, api: BotApi) -> None:
    number = api.inject({"message": {"message_id": "x"}})
    assert api.inject({"update_id": 5, "strange": None}) == 5
    given = (await ask("getUpdates"))["result"]
    assert given == [{"update_id": number, "message": {"message_id": "x"}}, {"update_id": 5, "strange": None}]


async def test_numbers_may_start_lower_after_a_silence(ask: Ask, api: BotApi, member: Person) -> None:
    (start,) = await ids(ask)
    assert await ids(ask, offset=start + 1) == []
    api.updates.restart_ids(7)
    member.says("a")
    assert await ids(ask, offset=start + 1) == [7]
    assert await ids(ask, offset=8) == []


class Hook:
    """A web page that takes updates, and refuses the first of them."""

    def __init__(self) -> None:
        self.took: SimpleQueue[tuple[str | None, int]] = SimpleQueue()
        self.refusals = 1
        self.app = Starlette(routes=[Route("/hook", self.take, methods=["POST"])])

    async def take(self, request: Request) -> Response:
        if self.refusals:
            self.refusals -= 1
            return Response(status_code=500)
        update = await request.json()
        self.took.put((request.headers.get("x-telegram-bot-api-secret-token"), update["update_id"]))
        return Response()

    async def next(self) -> tuple[str | None, int]:
        return await asyncio.to_thread(self.took.get, timeout=PATIENCE)


async def test_a_webhook_is_told_in_order(bot: ExtBot[None], ask: Ask, outside: Serving, member: Person) -> None:
    hook = Hook()
    url = f"{outside.start(hook.app)}/hook"
    (first,) = await ids(ask)
    await bot.set_webhook(url, secret_token="shared")
    with pytest.raises(Conflict, match=r"^Conflict: can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    assert await hook.next() == ("shared", first)
    member.says("a")
    assert await hook.next() == ("shared", first + 1)
    info = await bot.get_webhook_info()
    assert (info.url, info.last_error_message) == (url, None)
    await bot.delete_webhook()
    member.says("b")
    assert await texts(bot, offset=first + 2) == ["b"]


async def test_a_webhook_ends_the_poll_and_needs_https(bot: ExtBot[None], ask: Ask) -> None:
    answer = await ask("setWebhook", url="http://forum.example/hook")
    assert answer["description"] == "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
    waiting = asyncio.create_task(ask("getUpdates", timeout=20))
    await asyncio.sleep(0.1)
    await bot.set_webhook("http://127.0.0.1:9/hook")
    assert (await waiting)["description"] == "Conflict: terminated by setWebhook request"
    await bot.delete_webhook(drop_pending_updates=True)
    assert (await bot.get_webhook_info()).url == ""
