"""The channel port: what a way to people must be able to do, and the four ways in which a send can go wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from words.saying import Attached


class SendTrouble(Exception):
    """A message did not simply go out."""


class TryLater(SendTrouble):
    """It certainly did not go out; it may after ``seconds`` (real time), or after the usual pause where None.
    ``theirs``: the reader's own side puts it off, which does not last for ever."""

    def __init__(self, why: str, seconds: float | None = None, *, theirs: bool = False) -> None:
        super().__init__(why)
        self.seconds, self.theirs = seconds, theirs


class Unreachable(SendTrouble):
    """The person has closed this way, or it never was open; never tried again by itself."""


class Refused(SendTrouble):
    """The channel will not take this message, whenever it is sent."""


class NothingToEdit(SendTrouble):
    """The message to be edited is gone; its words may go out as a new one."""


class InDoubt(SendTrouble):
    """Nobody can say whether it arrived."""


@dataclass(frozen=True)
class Key:
    """A button as the channel shows it: its label, and the data that a press brings back, or the address (``url``) that
    it opens."""

    label: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Envelope:
    """A mail's ``subject``, ``language``, plain ``text`` (``Spoken.html`` is then a whole page), and its own ``key``:
    sent once more, it is the same mail. ``thread``: the key of what it belongs with (empty: it stands alone).
    ``decline``: where one press ends such mails (empty: they cannot be declined). ``words``: what may be answered to
    it in place of a press."""

    subject: str
    language: str
    text: str
    key: str
    thread: str = ""
    decline: str = ""
    words: Sequence[Key] = ()


@dataclass(frozen=True, kw_only=True)
class Spoken:
    """Words ready to go out: ``html`` with simple marks (b, i, a, blockquote), rows of buttons, and a file or picture
    of which the words are the caption; ``envelope``: what else a channel must know that hands out whole mails.
    ``removes``: the message that it would edit is to go."""

    html: str
    rows: Sequence[Sequence[Key]] = ()
    attached: Attached | None = None
    envelope: Envelope | None = None
    removes: bool = False


class Channel(Protocol):
    """One way to people."""

    name: str

    async def send(self, address: str, spoken: Spoken, *, edits: str | None) -> str:
        """Send (or put in place of our message ``edits``); answers the message's id there. What was sent
        with a file or picture keeps it, and its words change.

        Raises TryLater, Unreachable, Refused, NothingToEdit or InDoubt.
        """
        ...

    async def fetch(self, external_id: str) -> bytes:
        """The bytes of a file that somebody gave. Raises TryLater, or Refused where it is not to be had."""
        ...

    async def toast(self, press: str, text: str) -> None:
        """Answer a press with a short word on the screen; best effort, never raises."""
        ...

    def link(self, token: str) -> str:
        """The address that opens a chat with us with this token."""
        ...
