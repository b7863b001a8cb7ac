"""Saying: how a message's words are put together in the reader's language, with its rows of buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from forum.findings import Finding
from forum.store.base import Values
from words import completions, findings
from words.texts import Safe, Texts

Brief = dict[str, Any]

# A message holds 4,096 signs; quoted words are cut so that all else fits with room to spare.
LONG_QUOTE = 1500
SHORT_QUOTE = 240


@dataclass(frozen=True)
class Button:
    """A button: its label, and what a press means."""

    label: str
    action: str
    subject: str | int


@dataclass(frozen=True)
class Worded:
    """A message in words."""

    html: str
    rows: Sequence[Sequence[Button]] = ()


@dataclass(frozen=True)
class Saying:
    """Saying things in one language. ``link`` makes a token into the address that opens the chat."""

    texts: Texts
    zone: ZoneInfo
    link: Callable[[str], str]
    language: str

    def __call__(self, message_id: str, **values: str | int) -> Safe:
        return self.texts.say(self.language, message_id, **values)

    def label(self, message_id: str, **values: str | int) -> str:
        return self.texts.label(self.language, message_id, **values)

    def finding(self, kept: Values) -> Safe:
        """The sentence of what was found (``forum.findings``), as it is kept."""
        return findings.say(self.texts, self.language, Finding.of(kept))

    def completion(self, word: str) -> str:
        return completions.label(word, self.language)


def quote(text: str, most: int) -> str:
    """Words as given, cut at a word's end where they are longer than ``most`` signs."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def in_rows(buttons: list[Button], *, across: int = 3) -> list[list[Button]]:
    """Buttons in as few rows as hold them, ``across`` in each."""
    return [buttons[start : start + across] for start in range(0, len(buttons), across)]
