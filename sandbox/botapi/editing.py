"""Editing: the bot changes or takes back what it said, and answers a press."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sandbox.botapi.chats import Chat, Message, Toast
from sandbox.botapi.markup import checked_markup
from sandbox.botapi.refusal import JSON, bad
from sandbox.botapi.units import units
from sandbox.botapi.words import caption_of, text_of
from sandbox.botapi.world import World

UNCHANGED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)


def edit_message_text(world: World, params: JSON) -> JSON:
    chat, message = _own(world, params)
    if message.media:
        raise bad("there is no text in the message to edit")
    text, entities = text_of(params)
    return _change(world, chat, message, _new(text, entities, params))


def edit_message_caption(world: World, params: JSON) -> JSON:
    chat, message = _own(world, params)
    if not message.media:
        raise bad("there is no caption in the message to edit")
    text, entities = caption_of(params)
    return _change(world, chat, message, _new(text, entities, params))


def edit_message_reply_markup(world: World, params: JSON) -> JSON:
    chat, message = _own(world, params)
    return _change(world, chat, message, _new(message.text, message.entities, params))


def delete_message(world: World, params: JSON) -> bool:
    """Take a message back. In a private chat a bot may also remove what the person wrote."""
    chat = world.reachable(params["chat_id"])
    if chat.messages.pop(params["message_id"], None) is None:
        raise bad("message to delete not found")
    return True


def answer_callback_query(world: World, params: JSON) -> bool:
    text = params.get("text", "")
    if units(text) > 200:
        raise bad("MESSAGE_TOO_LONG")
    chat = world.end_query(params["callback_query_id"])
    if text:
        chat.toasts.append(Toast(params["callback_query_id"], text, params.get("show_alert", False)))
    return True


def _own(world: World, params: JSON) -> tuple[Chat, Message]:
    chat = world.reachable(params["chat_id"])
    message = chat.messages.get(params["message_id"])
    if message is None:
        raise bad("message to edit not found")
    if not message.from_bot:
        raise bad("message can't be edited")
    return chat, message


def _new(text: str, entities: Sequence[JSON], params: JSON) -> dict[str, Any]:
    # An edit that names no keyboard takes the old one away, as the real service does.
    markup = checked_markup(params.get("reply_markup"), inline_only=True)
    return {"text": text, "entities": list(entities), "markup": markup}


def _change(world: World, chat: Chat, message: Message, new: dict[str, Any]) -> JSON:
    shown = message.markup if message.keyboard else None  # only buttons under the message count as its content
    old = {"text": message.text, "entities": list(message.entities), "markup": shown}
    if new == old:
        raise bad(UNCHANGED)
    world.pace_edit()
    return chat.wire_of(world.rewrite(chat, message, **new))
