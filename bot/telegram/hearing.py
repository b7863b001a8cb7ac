"""Hearing: a raw Telegram update becomes what was heard, or nothing where it does not concern us."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

import orjson
from telegram import Audio, Document, Message, PhotoSize, Update, Video, VideoNote, Voice

from bot.heard import Closed, Commanded, Gave, Heard, Opened, Pressed, Said, Sent
from forum.inbox import Raw

NAME = "telegram"

# What is asked of Telegram; anything else it keeps to itself.
ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]


# What tells which message one is.
NAMING = ("message_id", "date", "chat")

# Telegram's numbers have at most 52 bits: https://core.telegram.org/bots/api#chat
LARGEST = 2**53


@dataclass(frozen=True)
class _Given:
    """A file with its name, where it has one or must have, and media type."""

    file: Audio | Document | PhotoSize | Video | VideoNote | Voice
    name: str
    media_type: str


class Unreadable(ValueError):
    """This update does not have the shape that Telegram documents."""


def raw(update: Any) -> Raw:
    """A fetched update as the inbox keeps it. Reads only what it must, so that no odd shape is turned away."""
    number = _number(update.get("update_id")) if isinstance(update, dict) else None
    if number is None:
        raise Unreadable("an update without an update_id")
    chat, ref = _place(update)
    # In plain ASCII, which takes even what is no text, such as half a character, and leaves it to be read later.
    return Raw(external_id=number, lane=chat, message_ref=ref, body=json.dumps(update))


def _number(value: Any) -> str | None:
    """An id as the tables hold it; None for what cannot be one."""
    return str(value) if type(value) is int and abs(value) < LARGEST else None


def _place(update: dict[str, Any]) -> tuple[str, str | None]:
    """The chat that an update belongs to, and the id of the message it is or edits, as far as they can be seen."""
    for kind in ALLOWED:
        inner = update.get(kind)
        if not isinstance(inner, dict):
            continue
        message = inner.get("message") if kind == "callback_query" else inner
        chat = message.get("chat") if isinstance(message, dict) else None
        if isinstance(chat, dict) and isinstance(message, dict):
            said = message.get("message_id") if kind.endswith("message") else None
            return _number(chat.get("id")) or "", _number(said)
    return "", None


def hear(body: str) -> Heard | None:
    """What a stored update says.

    Raises Unreadable (or what the client library raises) where it cannot be read.
    """
    given = orjson.loads(body)
    replied_to = _known(given)
    update = Update.de_json(given, None)
    if update.callback_query is not None:
        return _press(update)
    if update.my_chat_member is not None:
        return _membership(update)
    message = update.message or update.edited_message
    heard = None if message is None else _message(message, edited=update.edited_message is not None)
    return replace(heard, reply_to=replied_to) if isinstance(heard, Said | Gave) else heard


def _known(update: dict[str, Any]) -> str | None:
    """The number of the message that was replied to. That message is left out of the update, and of one whose button
    was pressed all but its name: to read our own words and buttons once more takes longer than all the rest."""
    query = update.get("callback_query")
    if isinstance(query, dict) and isinstance(pressed := query.get("message"), dict):
        query["message"] = {name: pressed[name] for name in NAMING if name in pressed}
    for kind in ("message", "edited_message"):
        inner = update.get(kind)
        known = inner.pop("reply_to_message", None) if isinstance(inner, dict) else None
        if isinstance(known, dict):
            return _number(known.get("message_id"))
    return None


def _press(update: Update) -> Heard | None:
    query = update.callback_query
    if query is None or query.message is None or query.data is None or query.message.chat.type != "private":
        return None
    return Pressed(
        channel=NAME,
        address=str(query.from_user.id),
        language=query.from_user.language_code,
        data=query.data,
        ref=str(query.message.message_id),
        press=query.id,
    )


def _membership(update: Update) -> Heard | None:
    changed = update.my_chat_member
    if changed is None or changed.chat.type != "private":
        return None
    return Closed(
        channel=NAME, address=str(changed.chat.id), closed=changed.new_chat_member.status in ("kicked", "left")
    )


def _message(message: Message, *, edited: bool) -> Heard | None:
    """Only a person's own words in a private chat count as theirs: nothing forwarded, sent through a bot, or
    spoken in the name of a channel."""
    sender = message.from_user
    if sender is None or message.chat.type != "private" or message.sender_chat is not None:
        return None
    who = Heard(channel=NAME, address=str(sender.id), language=sender.language_code)
    if message.forward_origin is not None or message.via_bot is not None:
        return Sent(**vars(who), what="forwarded")
    given = _file(message)
    if given is not None and not edited:
        return _given(message, who, given)
    if given is not None and message.caption:
        # Words beside a picture are an answer, and are put right like one.
        return _text(message, message.caption, who, edited=True)
    if message.text is None:
        return Sent(**vars(who), what=_what(message))
    return _text(message, message.text, who, edited=edited)


def _text(message: Message, text: str, who: Heard, *, edited: bool) -> Heard:
    if text.startswith("/"):
        word, _, rest = text[1:].partition(" ")
        command = word.partition("@")[0].lower()
        if command == "start":
            return Opened(**vars(who), token=rest.strip())
        return Commanded(**vars(who), command=command, rest=rest.strip())
    return Said(**vars(who), text=text, ref=str(message.message_id), edited=edited)


def _file(message: Message) -> _Given | None:
    """What came along, be it shown, heard or only kept: https://core.telegram.org/bots/api#message"""
    if message.photo:
        return _Given(message.photo[-1], "", "image/jpeg")  # of its sizes the last is the largest
    if message.voice:
        return _Given(message.voice, "voice.ogg", message.voice.mime_type or "audio/ogg")
    if message.video_note:
        return _Given(message.video_note, "video.mp4", "video/mp4")
    if message.video:
        video = message.video
        return _Given(video, video.file_name or "video.mp4", video.mime_type or "video/mp4")
    other = message.document or message.audio
    return _Given(other, other.file_name or "", other.mime_type or "") if other else None


def _given(message: Message, who: Heard, given: _Given) -> Heard:
    """A file or a picture."""
    return Gave(
        **vars(who),
        what="picture" if message.photo else "file",
        external_id=given.file.file_id,
        name=given.name,
        media_type=given.media_type,
        size=given.file.file_size or 0,
        caption=message.caption or "",
        ref=str(message.message_id),
    )


def _what(message: Message) -> str:
    return "sticker" if message.sticker else "other"
