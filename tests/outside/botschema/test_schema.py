"""Requests that a real client made of the sandbox's Bot API fit the parameters that others wrote down."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from telegram import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    CopyTextButton,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
)

from sandbox.botapi import BotApi
from sandbox.clock import Clock
from sandbox.ledger import Ledger
from sandbox.serving import Serving
from tests.bots import bot_at
from tests.outside.botschema.schema import recorded, schema, violations

pytestmark = pytest.mark.outside
KEYS = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("a", callback_data="a"), InlineKeyboardButton("b", url="https://b.example")],
        [InlineKeyboardButton("c", copy_text=CopyTextButton("d"))],
    ]
)


@pytest.fixture(scope="module")
def parameters(pytestconfig: pytest.Config) -> dict[str, Any]:
    return schema(pytestconfig.rootpath / "build/botschema")


@pytest.fixture
def api(tmp_path: Path) -> Iterator[tuple[BotApi, str, Path]]:
    """A service, its address, and the file of its ledger."""
    clock = Clock(datetime(2021, 1, 4, 9, 0, tzinfo=UTC))
    file = tmp_path / "telegram.jsonl"
    api = BotApi("123:SECRET", username="b", ledger=Ledger(clock, file), clock=clock, enforce_limits=False)
    with Serving() as serving:
        yield api, serving.start(api.app()), file


async def test_a_real_clients_requests_fit(parameters: dict[str, Any], api: tuple[BotApi, str, Path]) -> None:
    service, address, file = api
    member = service.person(77, "Member")
    member.start()
    async with bot_at(address, service.token) as bot:
        await bot.set_my_commands([BotCommand("help", "a")], BotCommandScopeAllPrivateChats(), "lv")
        await bot.get_updates(0, 10, 0, allowed_updates=["message", "callback_query", "my_chat_member"])
        quiet = LinkPreviewOptions(is_disabled=True)
        sent = await bot.send_message(77, "<b>a</b>", "HTML", reply_markup=KEYS, link_preview_options=quiet)
        await bot.answer_callback_query(member.presses(sent.message_id, "a"), "b", show_alert=True)
        await bot.edit_message_text("b", 77, sent.message_id, reply_markup=KEYS)
        await bot.send_message(77, "c", reply_to_message_id=sent.message_id, reply_markup=ForceReply())
        await bot.send_document(77, b"d", "e", filename="d.txt")
        await bot.send_chat_action(77, "typing")
        await bot.delete_webhook()
    assert [each["verb"] for each in recorded(file)] == [
        "getMe",
        "setMyCommands",
        "getUpdates",
        "sendMessage",
        "answerCallbackQuery",
        "editMessageText",
        "sendMessage",
        "sendDocument",
        "sendChatAction",
        "deleteWebhook",
    ]
    assert violations(parameters, recorded(file)) == []


@pytest.mark.parametrize(
    ("verb", "body", "wrong"),
    [
        ("sendMessage", {"chat_id": 77}, "1 sendMessage: 'text' is a required property"),
        (
            "sendMessage",
            {"chat_id": 77, "text": "a", "colour": "red"},
            "1 sendMessage: Additional properties are not allowed ('colour' was unexpected)",
        ),
        ("getUpdates", {"offset": "5"}, "1 getUpdates/offset: '5' is not of type 'number'"),
        ("getMe", {"a": 1}, "1 getMe: Additional properties are not allowed ('a' was unexpected)"),
        ("sendDice6", {}, "1 sendDice6: False schema does not allow {}"),
    ],
)
def test_a_wrong_request_is_caught(parameters: dict[str, Any], verb: str, body: dict[str, Any], wrong: str) -> None:
    assert violations(parameters, [{"verb": verb, "body": body}]) == [wrong]


def test_wrong_values_deep_inside_are_caught(parameters: dict[str, Any]) -> None:
    keys = {"inline_keyboard": [[{"text": "a", "callback_data": 5}]]}
    (wrong,) = violations(
        parameters, [{"verb": "sendMessage", "body": {"chat_id": 77, "text": "a", "reply_markup": keys}}]
    )
    assert wrong.startswith("1 sendMessage/reply_markup: ")
