"""One small contract, held by the sandbox's Bot API and by one that nobody here wrote."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import Conflict
from telegram.ext import ExtBot

from sandbox.botapi import BotApi, Person
from tests.bots import bot_at
from tests.emulator import Caller, Emulator
from tests.waiting import PATIENCE

KEYS = InlineKeyboardMarkup([[InlineKeyboardButton("Jā", callback_data="y")]])


@dataclass
class Chat:
    """A bot and a person who talk through one of the two services."""

    bot: ExtBot[None]
    other: ExtBot[None]  # the same bot, started twice
    person: Person | Caller
    confirmed: int = 0

    async def news(self, *, seconds: int = 0) -> list[Update]:
        return list(await self.bot.get_updates(offset=self.confirmed, timeout=seconds))


@pytest.fixture(params=["sandbox", "emulator"])
async def chat(request: pytest.FixtureRequest, api: BotApi, base: str, emulator: Emulator) -> AsyncIterator[Chat]:
    strange = request.param == "emulator"
    address, token = (emulator.base, emulator.token) if strange else (base, api.token)
    person = Caller(emulator, 77) if strange else api.person(77, "Member")
    async with bot_at(address, token) as bot, bot_at(address, token) as other:
        await bot.get_updates(offset=-1)
        person.start()
        (start,) = await bot.get_updates(offset=-1)
        await bot.get_updates(offset=start.update_id + 1)
        yield Chat(bot, other, person, start.update_id + 1)


async def test_words_come_and_stay_until_confirmed(chat: Chat) -> None:
    chat.person.says("a")
    chat.person.says("b")
    news = await chat.news()
    assert [each.message and each.message.text for each in news] == ["a", "b"]
    assert await chat.news() == news
    chat.confirmed = news[0].update_id + 1
    assert await chat.news() == news[1:]
    chat.confirmed = news[1].update_id + 1
    assert await chat.news() == []


async def test_a_command_is_marked(chat: Chat) -> None:
    chat.person.start("Ab-_9")
    (update,) = await chat.news()
    assert update.message is not None
    assert update.message.text == "/start Ab-_9"
    assert list(update.message.parse_entities().values()) == ["/start"]


async def test_a_message_with_buttons_is_sent_pressed_and_edited(chat: Chat) -> None:
    sent = await chat.bot.send_message(77, "a", reply_markup=KEYS)
    assert (sent.text, sent.reply_markup, sent.chat.id) == ("a", KEYS, 77)
    chat.person.presses(sent.message_id, "y")
    (update,) = await chat.news()
    query = update.callback_query
    assert query is not None
    assert query.message is not None
    assert (query.data, query.message.message_id, query.from_user.id) == ("y", sent.message_id, 77)
    assert await query.answer("b") is True
    edited = await chat.bot.edit_message_text("c", 77, sent.message_id)
    assert not isinstance(edited, bool)
    assert (edited.message_id, edited.text, edited.reply_markup) == (sent.message_id, "c", None)


async def test_a_reply_names_what_it_answers(chat: Chat) -> None:
    sent = await chat.bot.send_message(77, "a")
    chat.person.says("b", reply_to=sent.message_id)
    (update,) = await chat.news()
    assert update.message is not None
    assert update.message.reply_to_message is not None
    assert update.message.reply_to_message.message_id == sent.message_id


async def test_a_document_is_sent(chat: Chat) -> None:
    sent = await chat.bot.send_document(77, b"abc", filename="a.txt", caption="b")
    assert sent.document is not None
    assert sent.caption == "b"


async def test_a_waiting_poll_wakes_up(chat: Chat) -> None:
    waiting = asyncio.create_task(chat.news(seconds=10))
    await asyncio.sleep(0.2)
    await asyncio.to_thread(chat.person.says, "a")
    async with asyncio.timeout(PATIENCE):
        assert len(await waiting) == 1


async def test_of_two_polls_one_is_ended_with_a_conflict(chat: Chat) -> None:
    """The real service ends the first; the emulator, the second. A bot must live with either."""
    first = asyncio.create_task(chat.news(seconds=1))
    await asyncio.sleep(0.2)
    second = asyncio.create_task(chat.other.get_updates(offset=chat.confirmed, timeout=1))
    ended = await asyncio.gather(first, second, return_exceptions=True)
    assert [type(each) for each in ended if isinstance(each, BaseException)] == [Conflict]
