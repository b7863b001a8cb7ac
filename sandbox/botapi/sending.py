"""Sending: the bot puts words, documents and pictures into a chat."""

from __future__ import annotations

from dataclasses import replace

from sandbox.botapi.chats import Chat, Document, Message
from sandbox.botapi.files import File, Upload
from sandbox.botapi.markup import checked_markup
from sandbox.botapi.refusal import JSON, bad
from sandbox.botapi.words import caption_of, text_of
from sandbox.botapi.world import World

# https://core.telegram.org/bots/api#sendchataction
ACTIONS = {
    "typing",
    "choose_sticker",
    "find_location",
    *(f"upload_{what}" for what in ("photo", "video", "voice", "document", "video_note")),
    *(f"record_{what}" for what in ("video", "voice", "video_note")),
}
REPLY = {"message_id", "chat_id", "allow_sending_without_reply"}


def send_message(world: World, params: JSON) -> JSON:
    chat = world.reachable(params["chat_id"])
    text, entities = text_of(params)
    return _send(world, chat, params, _draft(world, text, entities))


def send_document(world: World, params: JSON) -> JSON:
    return _send_file(world, params, "document")


def send_photo(world: World, params: JSON) -> JSON:
    return _send_file(world, params, "photo")


def send_chat_action(world: World, params: JSON) -> bool:
    world.reachable(params["chat_id"])
    if params["action"] not in ACTIONS:
        raise bad("wrong parameter action in request")
    return True


def _send_file(world: World, params: JSON, kind: str) -> JSON:
    chat = world.reachable(params["chat_id"])
    text, entities = caption_of(params)
    file = _kept(world, params[kind], kind)
    media = {kind: file.document() if kind == "document" else file.photo()}
    document = Document(file.name, len(file.content), file.content)
    draft = replace(_draft(world, text, entities), media=media, document=document)
    return _send(world, chat, params, draft)


def _send(world: World, chat: Chat, params: JSON, draft: Message) -> JSON:
    """Check the rest, count the send, and only then write the message."""
    markup = checked_markup(params.get("reply_markup"))
    reply_to = _answered(chat, params)
    world.pace_send(chat)
    return chat.wire_of(world.write(chat, replace(draft, markup=markup, reply_to=reply_to)))


def _draft(world: World, text: str, entities: list[JSON]) -> Message:
    return Message(id=0, from_bot=True, sender=world.me, at=world.clock.now(), text=text, entities=entities)


def _kept(world: World, given: Upload | str, kind: str) -> File:
    if isinstance(given, str):
        return world.files.by_id(given)
    given.check(picture=kind == "photo")
    return world.files.keep(given, folder=f"{kind}s")


def _answered(chat: Chat, params: JSON) -> int | None:
    """The message this one answers, if it stands; both the old and the new way to name it are taken."""
    given = params.get("reply_parameters") or {
        "message_id": params.get("reply_to_message_id"),
        "allow_sending_without_reply": params.get("allow_sending_without_reply", False),
    }
    if strange := sorted(set(given) - REPLY):
        raise bad(f"can't parse reply parameters: unknown field {strange[0]}")
    number = given.get("message_id")
    if number is None:
        return None
    if isinstance(number, int) and number in chat.messages:
        return number
    if given.get("allow_sending_without_reply"):
        return None
    raise bad("message to be replied not found")
