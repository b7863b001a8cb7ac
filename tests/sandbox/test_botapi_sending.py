"""Sending: what the bot may put into a chat, and the words with which the rest is refused."""

from __future__ import annotations

import struct
from typing import Any

import httpx
import pytest
from telegram import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, ReplyParameters
from telegram.error import BadRequest, Forbidden, InvalidToken
from telegram.ext import ExtBot

from sandbox.botapi import BotApi, Button, Person
from tests.sandbox.conftest import Ask

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 640, 480) + b"\x00" * 9
JPEG = b"\xff\xd8\xff\xe0\x00\x04\x00\x00\xff\xc0\x00\x0b\x08" + struct.pack(">HH", 30, 40) + b"\x00" * 6


def inline(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


def wide(rows: int, columns: int) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "a", "callback_data": "a"}] * columns] * rows}


async def test_a_message_stands_as_it_was_sent(bot: ExtBot[None], member: Person) -> None:
    keys = InlineKeyboardMarkup([[InlineKeyboardButton("Jā", callback_data="y")]])
    sent = await bot.send_message(77, "<b>Čau</b> 😀 &amp;", parse_mode="HTML", reply_markup=keys)
    stands = member.messages[-1]
    assert (sent.message_id, sent.text_html, sent.reply_markup) == (2, "<b>Čau</b> 😀 &amp;", keys)
    assert (stands.id, stands.from_bot, stands.html) == (2, True, "<b>Čau</b> 😀 &amp;")
    assert stands.keyboard == [[Button("Jā", data="y")]]
    assert sent.date == stands.at


async def test_the_answer_is_shaped_as_the_service_shapes_it(ask: Ask, api: BotApi, member: Person) -> None:
    assert await ask("sendMessage", chat_id=77, text="ā") == {
        "ok": True,
        "result": {
            "message_id": 2,
            "from": api.me,
            "chat": {"id": 77, "type": "private", "first_name": "Member"},
            "date": 1609750800,
            "text": "ā",
        },
    }


async def test_numbers_run_over_all_private_chats(bot: ExtBot[None], api: BotApi, member: Person) -> None:
    other = api.person(78, "Other")
    first, second = other.start(), member.says("a")
    assert (first, second, (await bot.send_message(78, "b")).message_id) == (2, 3, 4)


async def test_a_bot_writes_only_to_those_who_want_it(bot: ExtBot[None], api: BotApi) -> None:
    person = api.person(77, "Member")
    with pytest.raises(BadRequest, match=r"^Chat not found$"):
        await bot.send_message(5, "a")
    with pytest.raises(Forbidden, match=r"^Forbidden: bot can't initiate conversation with a user$"):
        await bot.send_message(77, "a")
    person.start()
    person.blocks()
    with pytest.raises(Forbidden, match=r"^Forbidden: bot was blocked by the user$"):
        await bot.send_message(77, "a")
    person.unblocks()
    assert (await bot.send_message(77, "a")).text == "a"


MARKS = "can't parse entities:"
PARSE = "can't parse inline keyboard button:"
BOLD_OUTSIDE = {"type": "bold", "offset": 1, "length": 1}
LINK = {"text": "a", "url": "https://a.example"}
NOWHERE = {"text": "a", "url": "http://localhost"}


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n"}, "message text is empty"),
        ({}, "message text is empty"),
        ({"text": "<b> </b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": "a" * 4097}, "message is too long"),
        ({"text": "😀" * 2049}, "message is too long"),
        ({"text": 5}, "can't parse parameter text: expected a string"),
        ({"text": "a", "parse_mode": "Markdown"}, "unsupported parse_mode"),
        ({"text": "a", "entities": [BOLD_OUTSIDE]}, f"{MARKS} an entity stands outside the text"),
        ({"text": "a", "entities": [{"type": "bald"}]}, f"{MARKS} unsupported type specified"),
        ({"text": "a", "colour": "red"}, "unknown parameter colour of method sendMessage"),
        ({"text": "a", "link_preview_options": {"off": True}}, "can't parse link preview options: unknown field off"),
        ({"text": "a", "protect_content": "maybe"}, "can't parse parameter protect_content: expected true or false"),
        ({"text": "a", "reply_parameters": {"message_id": 9}}, "message to be replied not found"),
        ({"text": "a", "reply_to_message_id": 9}, "message to be replied not found"),
        ({"text": "a", "reply_parameters": {"quote": "b"}}, "can't parse reply parameters: unknown field quote"),
    ],
)  # fmt: skip
async def test_words_are_checked(ask: Ask, member: Person, params: dict[str, Any], words: str) -> None:
    answer = await ask("sendMessage", chat_id=77, **params)
    assert answer == {"ok": False, "error_code": 400, "description": f"Bad Request: {words}"}
    assert len(member.messages) == 1


@pytest.mark.parametrize("text", ["a" * 4096, "😀" * 2048, "&lt;" * 4096])
async def test_the_length_counts_after_the_marks_are_read(ask: Ask, member: Person, text: str) -> None:
    assert (await ask("sendMessage", chat_id=77, text=text, parse_mode="HTML"))["ok"] is True


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (inline({"text": "a", "callback_data": "ā" * 33}), "BUTTON_DATA_INVALID"),
        (inline({"text": "a", "callback_data": ""}), "BUTTON_DATA_INVALID"),
        (inline({"text": "a"}), f"{PARSE} Text buttons are unallowed in the inline keyboard"),
        (inline({"text": " ", "callback_data": "a"}), f"{PARSE} field text must be non-empty"),
        (inline({**LINK, "callback_data": "a"}), f"{PARSE} exactly one action is allowed"),
        (inline({"text": "a", "colour": "red", "callback_data": "a"}), f"{PARSE} unknown field colour"),
        (inline({"text": "a", "copy_text": {}}), f"{PARSE} the text to copy must have 1-256 characters"),
        (inline(NOWHERE), "inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL"),
        ({"inline_keyboard": [{"text": "a"}]}, "can't parse inline keyboard: expected an array of arrays of buttons"),
        (wide(1, 9), "reply markup is too long"),
        (wide(13, 8), "reply markup is too long"),
        ({"keyboard": [[LINK]]}, "can't parse keyboard button: only a text is played here"),
        ({"force_reply": False}, "can't parse reply markup: force_reply must be True"),
        ({"force_reply": True, "input_field_placeholder": "a" * 65}, "input field placeholder is too long"),
        ({"force_reply": True, "colour": "red"}, "can't parse reply markup: unknown field colour"),
        ({"buttons": []}, "object expected as reply markup"),
    ],
)  # fmt: skip
async def test_keyboards_are_checked(ask: Ask, member: Person, markup: dict[str, Any], words: str) -> None:
    answer = await ask("sendMessage", chat_id=77, text="a", reply_markup=markup)
    assert answer["description"] == f"Bad Request: {words}"


async def test_every_kind_of_keyboard_reaches_the_member(ask: Ask, member: Person) -> None:
    link, copied = {"text": "b", "url": "https://a.example"}, {"text": "c", "copy_text": {"text": "d"}}
    kinds = [inline({"text": "a", "callback_data": "a" * 64}, link, copied), wide(12, 8), {"inline_keyboard": [[]]}]
    kinds += [{"force_reply": True}, {"keyboard": [["a", {"text": "b"}]]}, {"remove_keyboard": True}]
    for markup in kinds:
        assert (await ask("sendMessage", chat_id=77, text="a", reply_markup=markup))["ok"] is True
    shown = member.messages[1:]
    assert shown[0].keyboard == [
        [Button("a", data="a" * 64), Button("b", url="https://a.example"), Button("c", copies="d")]
    ]
    assert [len(each.keyboard) for each in shown] == [1, 12, 0, 0, 0, 0]
    assert [each.asks_reply for each in shown] == [False, False, False, True, False, False]


async def test_a_reply_shows_what_it_answers(bot: ExtBot[None], member: Person) -> None:
    asked = await bot.send_message(77, "a", reply_markup=ForceReply(input_field_placeholder="b"))
    sent = await bot.send_message(77, "b", reply_to_message_id=asked.message_id)
    assert sent.reply_to_message is not None
    assert (sent.reply_to_message.text, member.messages[-1].reply_to) == ("a", asked.message_id)
    gone = ReplyParameters(99, allow_sending_without_reply=True)
    assert (await bot.send_message(77, "c", reply_parameters=gone)).reply_to_message is None


async def test_a_document_is_kept_whole(bot: ExtBot[None], member: Person) -> None:
    content = bytes(range(256)) + b"\r\n--\r\n"
    sent = await bot.send_document(77, content, filename="Vēstule.pdf", caption="<i>a</i>", parse_mode="HTML")
    assert sent.document is not None
    assert (sent.document.file_name, sent.document.mime_type) == ("Vēstule.pdf", "application/pdf")
    assert (sent.caption_html, sent.document.file_size) == ("<i>a</i>", 262)
    document = member.messages[-1].document
    assert document is not None
    assert (document.name, document.content) == ("Vēstule.pdf", content)
    again = await bot.send_document(77, sent.document.file_id)
    assert again.document == sent.document
    file = await bot.get_file(sent.document.file_id)
    assert bytes(await file.download_as_bytearray()) == content


@pytest.mark.parametrize(("picture", "size"), [(PNG, (640, 480)), (JPEG, (40, 30))])
async def test_a_picture_is_measured(bot: ExtBot[None], member: Person, picture: bytes, size: tuple[int, int]) -> None:
    sent = await bot.send_photo(77, picture)
    assert [(each.width, each.height) for each in sent.photo] == [size]
    assert member.transcript()[-1]["kind"] == "photo"


async def test_files_are_checked(bot: ExtBot[None], ask: Ask, member: Person) -> None:
    with pytest.raises(BadRequest, match=r"^File must be non-empty$"):
        await bot.send_document(77, b"")
    with pytest.raises(BadRequest, match=r"^Image_process_failed$"):
        await bot.send_photo(77, b"no picture")
    with pytest.raises(BadRequest, match=r"^Photo_invalid_dimensions$"):
        await bot.send_photo(77, PNG.replace(struct.pack(">I", 640), struct.pack(">I", 64_000)))
    with pytest.raises(BadRequest, match=r"^Wrong file identifier/http url specified$"):
        await bot.send_document(77, "unknown")
    with pytest.raises(BadRequest, match=r"^Message caption is too long$"):
        await bot.send_document(77, b"a", caption="a" * 1025)
    answer = await ask("sendDocument", chat_id=77, document="attach://nothing")
    assert answer["description"] == "Bad Request: there is no document in the request"
    assert len(member.messages) == 1


async def test_what_the_service_does_not_know_is_said(bot: ExtBot[None], ask: Ask, base: str) -> None:
    assert await ask("sendDice", chat_id=77) == {"ok": False, "error_code": 404, "description": "Not Found"}
    answer = await ask("getMe", colour="red")
    assert answer["description"] == "Bad Request: unknown parameter colour of method getMe"
    answer = await ask("sendChatAction", action="typing")
    assert answer["description"] == "Bad Request: chat_id is empty"
    with pytest.raises(InvalidToken):
        async with ExtBot("123:OTHER", base_url=f"{base}/bot"):
            pass
    async with httpx.AsyncClient(base_url=base, trust_env=False) as client:
        assert (await client.get("/bot123:OTHER/getMe")).json()["description"] == "Unauthorized"
        assert (await client.get("/elsewhere")).json()["error_code"] == 404


async def test_typing_is_shown_for_a_known_action(bot: ExtBot[None], member: Person) -> None:
    assert await bot.send_chat_action(77, "typing") is True
    with pytest.raises(BadRequest, match=r"^Wrong parameter action in request$"):
        await bot.send_chat_action(77, "sleeping")
