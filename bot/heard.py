"""What was heard: one thing a person did in a channel, in words that no channel owns."""

from __future__ import annotations

from dataclasses import dataclass

from words.letters.reading import Named
from words.worksheets.reading import Row


@dataclass(frozen=True, kw_only=True)
class Heard:
    """Someone did something in a private chat: ``address`` is the sender, ``language`` what their app speaks."""

    channel: str
    address: str
    language: str | None = None


@dataclass(frozen=True, kw_only=True)
class Said(Heard):
    """A text was written. ``reply_to``: our message that it answers; ``edited``: it replaces what ``ref`` said;
    ``proven``: nobody else can have written it (the sender of a mail is anybody's word). ``letter``: the one that it
    brings, where the words themselves do not name it."""

    text: str
    ref: str
    reply_to: str | None = None
    edited: bool = False
    proven: bool = True
    letter: Named | None = None


@dataclass(frozen=True, kw_only=True)
class Pressed(Heard):
    """A button was pressed on our message ``ref``; ``press`` is answered with a toast."""

    data: str
    ref: str
    press: str


@dataclass(frozen=True, kw_only=True)
class Opened(Heard):
    """A personal link was opened (``token`` empty: the chat was started without one)."""

    token: str


@dataclass(frozen=True, kw_only=True)
class Commanded(Heard):
    """A command was given, as ``gaidam``, without its slash."""

    command: str
    rest: str


@dataclass(frozen=True, kw_only=True)
class Sent(Heard):
    """Something other than own words came: ``what`` is sticker, forwarded or other."""

    what: str


@dataclass(frozen=True, kw_only=True)
class Gave(Heard):
    """A ``picture`` or ``file`` came, a spoken message and a video too; ``external_id`` is what the channel hands it
    out for, ``size`` (bytes; 0: not told) what the channel says of it, ``caption`` the words beside it."""

    what: str
    external_id: str
    name: str
    media_type: str
    size: int
    caption: str
    ref: str
    reply_to: str | None = None


@dataclass(frozen=True, kw_only=True)
class Returned(Heard):
    """A worksheet came back: its ``name`` and rows, and what was written ``beside`` it. ``proven`` as of ``Said``: else
    only rows whose key is good count, as only who was sent the file has them."""

    name: str
    rows: tuple[Row, ...]
    beside: str = ""
    proven: bool = True


@dataclass(frozen=True, kw_only=True)
class Closed(Heard):
    """The person blocked us (or, with ``closed`` false, let us in again)."""

    closed: bool
