"""Chats: what stands in each conversation between a person and the bot, as both see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sandbox.botapi.refusal import JSON
from sandbox.botapi.rendering import to_html


@dataclass(frozen=True)
class Button:
    """A button under a message: its label and what it does (one of ``data``, ``url``, ``copies``)."""

    text: str
    data: str | None = None
    url: str | None = None
    copies: str | None = None


@dataclass(frozen=True)
class Document:
    """A file that hangs on a message: ``size`` in bytes, ``content`` whole."""

    name: str
    size: int
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class Toast:
    """A short word over the chat after a button was pressed; an ``alert`` waits for OK."""

    query_id: str
    text: str
    alert: bool


@dataclass(frozen=True)
class Message:
    """One message as it stands now. ``at`` and ``edited_at`` are forum time; ``text`` is a caption too.

    ``media`` is the file's part of the wire form (``{"document": {…}}``), empty for plain words.
    """

    id: int
    from_bot: bool
    sender: JSON
    at: datetime
    text: str
    entities: Sequence[JSON] = ()
    markup: JSON | None = None
    reply_to: int | None = None
    edited_at: datetime | None = None
    media: JSON = field(default_factory=dict)
    document: Document | None = None
    extra: JSON = field(default_factory=dict)

    @property
    def edited(self) -> bool:
        return self.edited_at is not None

    @property
    def html(self) -> str:
        """The text with its marks, safe to show on a page."""
        return to_html(self.text, self.entities)

    @property
    def asks_reply(self) -> bool:
        """Whether the bot asked for an answer to this very message."""
        return bool(self.markup and self.markup.get("force_reply"))

    @property
    def keyboard(self) -> list[list[Button]]:
        """The rows of buttons under the message."""
        rows = (self.markup or {}).get("inline_keyboard", [])
        return [[_button(each) for each in row] for row in rows]

    def wire(self, chat: Chat) -> JSON:
        """The Message object of the Bot API: https://core.telegram.org/bots/api#message"""
        words, marks = ("caption", "caption_entities") if self.media else ("text", "entities")
        body: JSON = {"message_id": self.id, "from": self.sender, "chat": chat.wire}
        body["date"] = int(self.at.timestamp())
        if self.edited_at:
            body["edit_date"] = int(self.edited_at.timestamp())
        body |= self.extra | self.media
        if self.text:
            body[words] = self.text
        if self.entities:
            body[marks] = list(self.entities)
        if self.keyboard:
            body["reply_markup"] = self.markup
        return body


@dataclass
class Chat:
    """A person's chat with the bot, or a group the bot is in."""

    wire: JSON
    started: bool = False
    blocked: bool = False
    messages: dict[int, Message] = field(default_factory=dict)
    toasts: list[Toast] = field(default_factory=list)

    @property
    def id(self) -> int:
        return int(self.wire["id"])

    def wire_of(self, message: Message) -> JSON:
        """A message's wire form with the one it answers, if that still stands."""
        body = message.wire(self)
        answered = self.messages.get(message.reply_to or 0)
        if answered is not None:
            body["reply_to_message"] = answered.wire(self)
        return body

    def transcript(self) -> list[dict[str, Any]]:
        """The chat as plain data for a page, oldest first; times are ISO 8601 with an offset."""
        return [_line(each) for each in self.messages.values()]


def _button(given: JSON) -> Button:
    copied = given.get("copy_text", {}).get("text")
    return Button(given["text"], given.get("callback_data"), given.get("url"), copied)


def _line(message: Message) -> dict[str, Any]:
    rows = [[vars(each) for each in row] for row in message.keyboard]
    document = message.document
    return {
        "id": message.id,
        "side": "bot" if message.from_bot else "person",
        "html": message.html,
        "at": message.at.isoformat(),
        "edited": message.edited,
        "reply_to": message.reply_to,
        "asks_reply": message.asks_reply,
        "keyboard": rows,
        "document": {"name": document.name, "size": document.size} if document else None,
        "kind": next(iter(message.media), "text"),
    }
