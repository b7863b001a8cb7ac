"""Editing: a bot changes and takes back its own words, and answers a press once."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from telegram import BotCommand, BotCommandScopeChat, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest
from telegram.ext import ExtBot

from sandbox.botapi import BotApi, Person, Toast
from sandbox.botapi.editing import UNCHANGED
from tests.sandbox.conftest import Ask

KEYS = InlineKeyboardMarkup([[InlineKeyboardButton("Jā", callback_data="y")]])
FORCE = {"force_reply": True}


async def test_an_edit_replaces_words_and_keyboard(bot: ExtBot[None], api: BotApi, member: Person) -> None:
    sent = await bot.send_message(77, "a", reply_markup=KEYS)
    api.clock.advance(timedelta(days=1))
    edited = await bot.edit_message_text("<b>b</b>", 77, sent.message_id, parse_mode="HTML")
    stands = member.messages[-1]
    assert not isinstance(edited, bool)
    assert (edited.text_html, edited.edit_date) == ("<b>b</b>", stands.edited_at)
    assert stands.edited_at == sent.date + timedelta(days=1)
    assert (stands.html, stands.keyboard, stands.edited) == ("<b>b</b>", [], True)


async def test_an_edit_that_changes_nothing_is_refused(ask: Ask, member: Person) -> None:
    await ask("sendMessage", chat_id=77, text="<b>a</b>", parse_mode="HTML", reply_markup=KEYS.to_dict())
    same = {"chat_id": 77, "message_id": 2, "parse_mode": "HTML"}
    answer = await ask("editMessageText", **same, text="<b>a</b> ", reply_markup=KEYS.to_dict())
    assert answer == {"ok": False, "error_code": 400, "description": f"Bad Request: {UNCHANGED}"}
    assert (await ask("editMessageText", **same, text="<i>a</i>", reply_markup=KEYS.to_dict()))["ok"] is True


async def test_force_reply_is_no_part_of_what_an_edit_compares(ask: Ask, member: Person) -> None:
    await ask("sendMessage", chat_id=77, text="a", reply_markup={"force_reply": True})
    answer = await ask("editMessageText", chat_id=77, message_id=2, text="a")
    assert answer["description"] == f"Bad Request: {UNCHANGED}"


@pytest.mark.parametrize(
    "case",
    [
        ("editMessageText", {"message_id": 9, "text": "b"}, "message to edit not found"),
        ("editMessageText", {"message_id": 1, "text": "b"}, "message can't be edited"),
        ("editMessageText", {"text": "b"}, "message identifier is not specified"),
        ("editMessageText", {"message_id": 2, "text": ""}, "message text is empty"),
        ("editMessageText", {"message_id": 2, "text": "b", "reply_markup": FORCE}, "inline keyboard expected"),
        ("editMessageText", {"message_id": 3, "text": "b"}, "there is no text in the message to edit"),
        ("editMessageCaption", {"message_id": 2, "caption": "b"}, "there is no caption in the message to edit"),
        ("editMessageReplyMarkup", {"message_id": 2}, UNCHANGED),
        ("deleteMessage", {"message_id": 9}, "message to delete not found"),
    ],
)  # fmt: skip
async def test_edits_are_checked(
    bot: ExtBot[None], ask: Ask, member: Person, case: tuple[str, dict[str, Any], str]
) -> None:
    method, params, words = case
    await bot.send_message(77, "a")
    await bot.send_document(77, b"a", filename="a.txt")
    answer = await ask(method, chat_id=77, **params)
    assert answer["description"] == f"Bad Request: {words}"


async def test_keyboard_and_caption_can_be_changed_alone(bot: ExtBot[None], member: Person) -> None:
    text = await bot.send_message(77, "a")
    file = await bot.send_document(77, b"a", caption="b")
    await bot.edit_message_reply_markup(77, text.message_id, reply_markup=KEYS)
    await bot.edit_message_caption(77, file.message_id, caption="c")
    assert [(each.text, len(each.keyboard)) for each in member.messages[1:]] == [("a", 1), ("c", 0)]


async def test_a_message_taken_back_is_gone(bot: ExtBot[None], member: Person) -> None:
    sent = await bot.send_message(77, "a")
    assert await bot.delete_message(77, sent.message_id) is True
    assert [each.id for each in member.messages] == [1]


async def test_a_press_is_answered_once_and_shows_a_toast(bot: ExtBot[None], member: Person) -> None:
    sent = await bot.send_message(77, "a", reply_markup=KEYS)
    press = member.presses(sent.message_id, "Jā")
    with pytest.raises(BadRequest, match=r"^Message_too_long$"):
        await bot.answer_callback_query(press, "a" * 201)
    assert await bot.answer_callback_query(press, "Saglabāts", show_alert=True) is True
    assert member.toasts == [Toast(press, "Saglabāts", alert=True)]
    for query in (press, "5"):
        with pytest.raises(BadRequest, match=r"^Query is too old and response timeout expired"):
            await bot.answer_callback_query(query)


async def test_a_press_cannot_be_answered_too_late(bot: ExtBot[None], api: BotApi, member: Person) -> None:
    api.updates.press_seconds = 0.05
    sent = await bot.send_message(77, "a", reply_markup=KEYS)
    press = member.presses(sent.message_id, "y")
    await asyncio.sleep(0.1)
    with pytest.raises(BadRequest, match=r"^Query is too old and response timeout expired"):
        await bot.answer_callback_query(press)


async def test_commands_are_kept_by_scope_and_language(bot: ExtBot[None], ask: Ask, member: Person) -> None:
    help_ = BotCommand("help", "Palīdzība")
    await bot.set_my_commands([help_], language_code="lv", scope=BotCommandScopeChat(77))
    assert await bot.get_my_commands(language_code="lv", scope=BotCommandScopeChat(77)) == (help_,)
    assert await bot.get_my_commands() == ()
    await bot.delete_my_commands(language_code="lv", scope=BotCommandScopeChat(77))
    assert await bot.get_my_commands(language_code="lv", scope=BotCommandScopeChat(77)) == ()


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"commands": [{"command": "Help", "description": "a"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "help", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [{"command": "a", "description": "a"}] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": ["help"]}, "can't parse BotCommand: expected a command and a description"),
        ({"commands": [], "scope": {"type": "all"}}, "can't parse BotCommandScope: unsupported type specified"),
        ({"commands": [], "scope": {"type": "chat", "chat_id": 5}}, "chat not found"),
        ({"commands": [], "language_code": "latvian"}, "invalid language code specified"),
        ({"commands": {}}, "can't parse parameter commands: expected an array"),
        ({}, "parameter commands is required"),
    ],
)  # fmt: skip
async def test_commands_are_checked(ask: Ask, params: dict[str, Any], words: str) -> None:
    assert (await ask("setMyCommands", **params))["description"] == f"Bad Request: {words}"


async def test_a_bot_may_look_at_itself_and_at_a_chat(bot: ExtBot[None], member: Person) -> None:
    me, chat = await bot.get_me(), await bot.get_chat(77)
    assert (me.id, me.username, me.is_bot) == (123, "ogp_forums_bot", True)
    assert (chat.id, chat.type, chat.first_name) == (77, "private", "Member")
