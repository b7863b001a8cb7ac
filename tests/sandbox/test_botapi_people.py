"""People: what a member does in the chat reaches the bot as the service would tell it."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, MessageOriginHiddenUser, Update
from telegram.ext import ExtBot

from sandbox.botapi import BotApi, Person
from tests.sandbox.test_botapi_sending import PNG

KEYS = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("Jā", callback_data="y"), InlineKeyboardButton("Nē", callback_data="n")],
        [InlineKeyboardButton("Lapa", url="https://a.example")],
    ]
)


async def last(bot: ExtBot[None]) -> Update:
    return (await bot.get_updates(offset=-1))[0]


async def test_start_carries_what_the_link_carried(bot: ExtBot[None], api: BotApi) -> None:
    person = api.person(77, "Member", language_code="en", username="member")
    number = person.start("Ab-_9")
    message = (await last(bot)).message
    assert message is not None
    assert message.from_user is not None
    assert (message.message_id, message.text, message.date) == (number, "/start Ab-_9", api.clock.now())
    assert message.parse_entities() == {message.entities[0]: "/start"}
    assert (message.from_user.language_code, message.from_user.username) == ("en", "member")
    assert message.chat.type == "private"


async def test_a_member_writes_answers_and_changes(bot: ExtBot[None], api: BotApi, member: Person) -> None:
    asked = await bot.send_message(77, "a")
    said = member.says("b", reply_to=asked.message_id)
    message = (await last(bot)).message
    assert message is not None
    assert message.reply_to_message is not None
    assert (message.text, message.reply_to_message.text) == ("b", "a")
    api.clock.advance(timedelta(hours=1))
    member.edits(said, "c")
    edited = (await last(bot)).edited_message
    assert edited is not None
    assert (edited.message_id, edited.text, edited.edit_date) == (said, "c", api.clock.now())
    assert edited.date == api.clock.now() - timedelta(hours=1)


async def test_a_member_presses_by_label_or_data(bot: ExtBot[None], member: Person) -> None:
    sent = await bot.send_message(77, "a", reply_markup=KEYS)
    for button, data in (("Jā", "y"), ("n", "n")):
        press = member.presses(sent.message_id, button)
        query = (await last(bot)).callback_query
        assert query is not None
        assert query.message is not None
        assert (query.id, query.data, query.message.message_id) == (press, data, sent.message_id)
        assert query.from_user.id == 77


async def test_a_member_sends_other_things(bot: ExtBot[None], member: Person) -> None:
    member.sends_sticker("🎉")
    sticker = (await last(bot)).message
    member.sends_photo(PNG, "a")
    photo = (await last(bot)).message
    member.sends_document("ā.txt", b"abc")
    file = (await last(bot)).message
    member.forwards("b")
    forwarded = (await last(bot)).message
    assert sticker is not None
    assert photo is not None
    assert file is not None
    assert forwarded is not None
    assert (sticker.text, sticker.sticker and sticker.sticker.emoji) == (None, "🎉")
    assert (photo.caption, photo.photo[0].width) == ("a", 640)
    assert file.document is not None
    assert bytes(await (await bot.get_file(file.document)).download_as_bytearray()) == b"abc"
    assert (forwarded.text, type(forwarded.forward_origin)) == ("b", MessageOriginHiddenUser)


async def test_blocking_is_told_and_start_lifts_it(bot: ExtBot[None], member: Person) -> None:
    member.blocks()
    news = (await last(bot)).my_chat_member
    assert news is not None
    assert (news.old_chat_member.status, news.new_chat_member.status) == ("member", "kicked")
    member.start()
    back, start = (await bot.get_updates(offset=-2))[-2:]
    assert back.my_chat_member is not None
    assert back.my_chat_member.new_chat_member.status == "member"
    assert start.message is not None
    assert start.message.text == "/start"


async def test_what_no_telephone_allows_is_refused(bot: ExtBot[None], api: BotApi, member: Person) -> None:
    sent = await bot.send_message(77, "a", reply_markup=KEYS)
    before = member.messages
    newcomer = api.person(78, "Newcomer")
    for deed in (
        lambda: newcomer.says("a"),
        lambda: newcomer.start("no spaces"),
        lambda: member.presses(sent.message_id, "Varbūt"),
        lambda: member.presses(sent.message_id, "Lapa"),
        lambda: member.presses(99, "Jā"),
        lambda: member.edits(sent.message_id, "b"),
        lambda: member.says("a", reply_to=99),
        member.unblocks,
    ):
        with pytest.raises(ValueError, match=r"."):
            deed()
    assert member.messages == before


async def test_the_chat_is_plain_data_for_a_page(bot: ExtBot[None], member: Person) -> None:
    await bot.send_message(77, "<b>a</b> &lt;", parse_mode="HTML", reply_markup=KEYS, reply_to_message_id=1)
    shown = json.loads(json.dumps(member.transcript()))
    assert [each["side"] for each in shown] == ["person", "bot"]
    assert shown[1] == {
        "id": 2,
        "side": "bot",
        "html": "<b>a</b> &lt;",
        "at": "2021-01-04T09:00:00+00:00",
        "edited": False,
        "reply_to": 1,
        "asks_reply": False,
        "keyboard": [
            [
                {"text": "Jā", "data": "y", "url": None, "copies": None},
                {"text": "Nē", "data": "n", "url": None, "copies": None},
            ],
            [{"text": "Lapa", "data": None, "url": "https://a.example", "copies": None}],
        ],
        "document": None,
        "kind": "text",
    }


def test_the_same_number_is_the_same_chat(api: BotApi, member: Person) -> None:
    assert [each.text for each in api.person(77, "Member").messages] == ["/start"]
