"""Hearing: what a raw update becomes, in words that no channel owns."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.heard import Closed, Commanded, Gave, Heard, Opened, Pressed, Said, Sent
from bot.telegram.hearing import Unreadable, hear, raw

USER = {"id": 77, "is_bot": False, "first_name": "Member", "language_code": "lv"}
CHAT = {"id": 77, "type": "private", "first_name": "Member"}
WHO: dict[str, Any] = {"channel": "telegram", "address": "77", "language": "lv"}


def message(**more: Any) -> dict[str, Any]:
    return {"message_id": 5, "date": 1_610_000_000, "chat": CHAT, "from": USER, **more}


def said(**more: Any) -> dict[str, Any]:
    return {"message": message(**more)}


GIVEN: dict[str, Any] = {"size": 700, "ref": "5"}


def size(number: str, width: int) -> dict[str, Any]:
    """One of a picture's sizes."""
    return {"file_id": number, "file_unique_id": number, "width": width, "height": width, "file_size": 700}


TABLE: list[tuple[dict[str, Any], Heard | None]] = [
    (said(text="Izdarīts."), Said(**WHO, text="Izdarīts.", ref="5")),
    (said(text=" \n"), Said(**WHO, text=" \n", ref="5")),
    (said(text="Jā", reply_to_message=message(message_id=4)), Said(**WHO, text="Jā", ref="5", reply_to="4")),
    (
        {"edited_message": message(text="Labots.", edit_date=1_610_000_001)},
        Said(**WHO, text="Labots.", ref="5", edited=True),
    ),
    (said(text="/start"), Opened(**WHO, token="")),
    (said(text="/start abc_-9"), Opened(**WHO, token="abc_-9")),
    (said(text="/gaidam"), Commanded(**WHO, command="gaidam", rest="")),
    (said(text="/GAIDAM@some_bot  2020 "), Commanded(**WHO, command="gaidam", rest="2020")),
    ({"edited_message": message(text="/gaidam")}, Commanded(**WHO, command="gaidam", rest="")),
    (said(sticker=None), Sent(**WHO, what="other")),
    (said(photo=[]), Sent(**WHO, what="other")),
    (
        said(photo=[size("s", 90), size("l", 1280)], caption="Ekrānattēls"),
        Gave(**WHO, what="picture", **GIVEN, external_id="l", name="", media_type="image/jpeg", caption="Ekrānattēls"),
    ),
    (
        said(document={"file_id": "d", "file_unique_id": "e", "file_name": "a.pdf", "mime_type": "application/pdf"}),
        Gave(
            **WHO,
            what="file",
            **{**GIVEN, "size": 0},
            external_id="d",
            name="a.pdf",
            media_type="application/pdf",
            caption="",
        ),
    ),
    (
        said(voice={"file_id": "v", "file_unique_id": "w", "duration": 2, "mime_type": "audio/ogg", "file_size": 700}),
        Gave(**WHO, what="file", **GIVEN, external_id="v", name="voice.ogg", media_type="audio/ogg", caption=""),
    ),
    (
        said(video={**size("v", 640), "duration": 2, "file_name": "a.mov", "mime_type": "video/quicktime"}),
        Gave(**WHO, what="file", **GIVEN, external_id="v", name="a.mov", media_type="video/quicktime", caption=""),
    ),
    (
        said(video_note={"file_id": "v", "file_unique_id": "w", "length": 2, "duration": 2, "file_size": 700}),
        Gave(**WHO, what="file", **GIVEN, external_id="v", name="video.mp4", media_type="video/mp4", caption=""),
    ),
    ({"edited_message": message(photo=[size("s", 90)])}, Sent(**WHO, what="other")),
    (
        said(text="?", forward_origin={"type": "hidden_user", "sender_user_name": "?", "date": 1}),
        Sent(**WHO, what="forwarded"),
    ),
    (said(text="?", chat={"id": -5, "type": "group", "title": "Forums"}), None),
    (said(text="?", sender_chat={"id": -5, "type": "channel", "title": "Kanāls"}), None),
    ({"message": {key: value for key, value in message(text="?").items() if key != "from"}}, None),
    (
        {"callback_query": {"id": "8", "from": USER, "chat_instance": "1", "data": "x", "message": message()}},
        Pressed(**WHO, data="x", ref="5", press="8"),
    ),
    (
        # The message is too old for Telegram to show it; it still has its id and chat.
        {
            "callback_query": {
                "id": "8",
                "from": USER,
                "chat_instance": "1",
                "data": "x",
                "message": {"message_id": 5, "date": 0, "chat": CHAT},
            }
        },
        Pressed(**WHO, data="x", ref="5", press="8"),
    ),
    ({"callback_query": {"id": "8", "from": USER, "chat_instance": "1", "game_short_name": "g"}}, None),
    ({"of_a_later_time": [1]}, None),
]


@pytest.mark.parametrize(("update", "heard"), TABLE)
def test_an_update_is_heard(update: dict[str, Any], heard: Heard | None) -> None:
    assert hear(raw({"update_id": 1, **update}).body) == heard


@pytest.mark.parametrize(("status", "closed"), [("kicked", True), ("left", True), ("member", False)])
def test_a_chat_is_closed_and_opened(status: str, closed: bool) -> None:
    bot = {"user": {"id": 1, "is_bot": True, "first_name": "bot"}, "until_date": 0}
    changed = {"chat": CHAT, "from": USER, "date": 1, "old_chat_member": {**bot, "status": "member"}}
    update = {"update_id": 1, "my_chat_member": {**changed, "new_chat_member": {**bot, "status": status}}}
    assert hear(json.dumps(update)) == Closed(channel="telegram", address="77", closed=closed)


@pytest.mark.parametrize("kind", ["message", "edited_message", "callback_query", "my_chat_member"])
def test_where_an_update_belongs_is_seen_without_reading_it(kind: str) -> None:
    inner = {"message": message()} if kind == "callback_query" else message()
    kept = raw({"update_id": 9, kind: inner})
    ref = "5" if kind.endswith("message") else None
    assert (kept.external_id, kept.lane, kept.message_ref) == ("9", "77", ref)


@pytest.mark.parametrize(
    "update", [None, 7, "words", [], {}, {"update_id": None}, {"update_id": "9"}, {"update_id": 9.5}]
)
def test_what_has_no_id_is_unreadable(update: Any) -> None:
    with pytest.raises(Unreadable):
        raw(update)
