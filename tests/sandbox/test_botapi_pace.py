"""Pace and trouble: limits in real time, faults on order, and a ledger that keeps no secret."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta

import httpx
import orjson
import pytest
from telegram.error import NetworkError, RetryAfter, TimedOut
from telegram.ext import ExtBot

from sandbox.botapi import BotApi, Person
from tests.sandbox.conftest import Ask

SLOW_DOWN = {
    "ok": False,
    "error_code": 429,
    "description": "Too Many Requests: retry after 1",
    "parameters": {"retry_after": 1},
}


async def test_a_chat_takes_one_message_a_second(bot: ExtBot[None], api: BotApi, member: Person) -> None:
    api.enforce_limits = True
    began = time.monotonic()
    await bot.send_message(77, "a")
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(77, "b")
    assert refused.value.retry_after == timedelta(seconds=1)
    await asyncio.sleep(1.0 - (time.monotonic() - began))
    await bot.send_message(77, "c")
    assert [each.text for each in member.messages] == ["/start", "a", "c"]


async def test_a_bot_sends_thirty_messages_a_second(ask: Ask, api: BotApi) -> None:
    api.person(1, "Member").start()
    assert (await ask("sendMessage", chat_id=1, text="a"))["ok"] is True
    api.enforce_limits = True
    for number in range(30):
        api.pace.send(100 + number, at=time.monotonic())
    assert await ask("sendMessage", chat_id=1, text="a") == SLOW_DOWN
    assert await ask("editMessageText", chat_id=1, message_id=2, text="b") == SLOW_DOWN
    await asyncio.sleep(1.0)
    assert (await ask("editMessageText", chat_id=1, message_id=2, text="b"))["ok"] is True


async def test_a_group_takes_twenty_messages_a_minute(api: BotApi, ask: Ask) -> None:
    group = api.group(-100, "Forum")
    api.enforce_limits = True
    now = time.monotonic()
    for second in range(20):
        api.pace.send(group.id, at=now - 30 + second)
    answer = await ask("sendMessage", chat_id=-100, text="a")
    assert answer["parameters"] == {"retry_after": 30}
    api.enforce_limits = False
    assert (await ask("sendMessage", chat_id=-100, text="a"))["result"]["chat"]["type"] == "supergroup"


async def test_a_cut_answer_leaves_the_message_sent(bot: ExtBot[None], api: BotApi, member: Person) -> None:
    api.next_faults.append(("cut",))
    with pytest.raises(NetworkError) as cut:
        await bot.send_message(77, "a")
    assert isinstance(cut.value.__cause__, httpx.RemoteProtocolError)
    assert [each.text for each in member.messages] == ["/start", "a"]
    assert [(each["status"], each["cut"]) for each in api.ledger.entries if "cut" in each] == [(200, True)]


async def test_ordered_errors_do_nothing(bot: ExtBot[None], api: BotApi, member: Person) -> None:
    api.next_faults += [("error", 500), ("429", 7)]
    with pytest.raises(NetworkError, match=r"^Internal Server Error$"):
        await bot.send_message(77, "a")
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(77, "a")
    assert refused.value.retry_after == timedelta(seconds=7)
    assert len(member.messages) == 1


async def test_a_service_that_is_down_does_nothing(bot: ExtBot[None], api: BotApi, member: Person) -> None:
    api.down = True
    with pytest.raises(NetworkError, match=r"^Bad Gateway$"):
        await bot.send_message(77, "a")
    api.down = False
    await bot.send_message(77, "b")
    assert [each.text for each in member.messages] == ["/start", "b"]


async def test_a_slow_answer_comes_after_the_deed(bot: ExtBot[None], api: BotApi, member: Person) -> None:
    api.slow = 0.5
    with pytest.raises(TimedOut):
        await bot.send_message(77, "a", read_timeout=0.1)
    assert [each.text for each in member.messages] == ["/start", "a"]


async def test_the_ledger_tells_all_but_the_token(bot: ExtBot[None], api: BotApi, member: Person) -> None:
    sent = await bot.send_message(77, f"the token is {api.token}")
    await bot.send_document(77, b"abc", filename="a.txt")
    words, file = api.ledger.entries[-2:]
    assert (words["verb"], words["path"], words["status"]) == ("sendMessage", "/bot/sendMessage", 200)
    assert words["body"] == {"chat_id": 77, "text": "the token is <token>"}
    assert words["answer"]["result"]["message_id"] == sent.message_id
    assert words["clock"] == "2021-01-04T09:00:00+00:00"
    assert file["body"] == {"chat_id": 77, "document": {"file_name": "a.txt", "size": 3}}
    assert api.token.encode() not in orjson.dumps(api.ledger.entries)
