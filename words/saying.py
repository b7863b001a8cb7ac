"""Saying: how a message's words are put together in the reader's language, with its rows of buttons."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import unescape
from typing import Any
from zoneinfo import ZoneInfo

from forum.findings import Finding
from forum.recommendations import Source
from forum.store.base import Values
from words import completions, dates, findings
from words.lists import number
from words.texts import Safe, Texts

Brief = dict[str, Any]

# Telegram's longest message, in UTF-16 units once its marks are read: https://core.telegram.org/bots/api#sendmessage
LONGEST = 4096
# And its longest caption: https://core.telegram.org/bots/api#sendphoto
LONGEST_CAPTION = 1024

# How much is told, in signs, of a member's own words, of words from elsewhere, and of titles and names.
LONG_QUOTE = 1500
SHORT_QUOTE = 240
TITLE = 255

# Where a message would be too long, it is said again with this share of each quote and title.
SHARES = (1.0, 0.5, 0.25, 0.1)
MARK = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Button:
    """A button: its label, and what a press means; with a ``url`` it opens that address, and nobody hears of it."""

    label: str
    action: str
    subject: str | int = 0
    url: str = ""


@dataclass(frozen=True)
class Attached:
    """What goes out with a message, its words being the caption: a file, or (``picture``) a PNG shown as such.
    ``method``: what a calendar is asked to do with it (iTIP: ``REQUEST``, ``CANCEL``), of a meeting sent by mail."""

    name: str
    content: bytes
    picture: bool = False
    method: str = ""


@dataclass(frozen=True)
class Worded:
    """A message in words. With something attached the words have at most ``LONGEST_CAPTION`` signs."""

    html: str
    rows: Sequence[Sequence[Button]] = ()
    attached: Attached | None = None


@dataclass(frozen=True, kw_only=True)
class Mailing:
    """What a message must know that goes out by e-mail: our address and the reader's, the addresses of the reader's
    worksheet and of declining such mails (empty: there is none), and whether we read what is answered to the mail (else
    a coordinator does)."""

    sender: str
    to: str
    worksheet: str = ""
    decline: str = ""
    read: bool = False


@dataclass(frozen=True)
class Saying:
    """Saying things in one language. ``link`` makes a token into the address that opens the chat. ``mail``: it goes
    out by e-mail, where nothing can be pressed: a text's attribute ``.mail`` is said in its place. ``kept``: what is
    attached, once it is made."""

    texts: Texts
    zone: ZoneInfo
    link: Callable[[str], str]
    language: str
    share: float = 1.0
    mail: Mailing | None = None
    kept: list[Attached] = field(default_factory=list)

    def __call__(self, message_id: str, **values: str | int) -> Safe:
        return self.texts.say(self.language, self._by_mail(message_id), **values)

    def attach(self, make: Callable[[], Attached]) -> Attached:
        """What goes out with the message, made once, however often its words are tried anew for their length."""
        if not self.kept:
            self.kept.append(make())
        return self.kept[0]

    def label(self, message_id: str, **values: str | int) -> str:
        return self.texts.label(self.language, self._by_mail(message_id), **values)

    def _by_mail(self, message_id: str) -> str:
        by_mail = f"{message_id}.mail"
        return by_mail if self.mail and self.texts.knows(self.language, by_mail) else message_id

    def named(self, brief: Brief) -> dict[str, str]:
        """The ``number`` of a measure, and ``of``: the marks by which it is told from others of that number; ``noun``:
        what it is, for of a recommendation the first mark says who recommends."""
        marks, recommended = self._marks(brief), any(isinstance(mark, Source) for mark in brief["marks"])
        return {
            "number": number(brief["number"], self.language),
            "of": f" ({', '.join(marks)})" if marks else "",
            "noun": "recommendation" if recommended else "measure",
        }

    def numbered(self, brief: Brief) -> str:
        """The same for a button or a list: «2.8.», «2.3. LV-5»."""
        told = number(brief["number"], self.language)
        # «R1» is taken for no measure's number.
        clear = told[:1].isalpha()
        marks = [mark for mark in brief["marks"] if not (clear and isinstance(mark, Source))]
        return " ".join([told, *(self._mark(mark) for mark in marks)])

    def all_numbered(self, briefs: Sequence[Brief]) -> str:
        """Several measures in one line: «2.8., 2.10.»."""
        return ", ".join(self.numbered(one) for one in briefs)

    def _marks(self, brief: Brief) -> list[str]:
        return [self._mark(mark) for mark in brief["marks"]]

    def _mark(self, mark: object) -> str:
        if isinstance(mark, Source):
            return self.label("recommended-by", source=mark.value)
        return dates.short_day(mark, self.language) if isinstance(mark, date) else str(mark)

    def finding(self, kept: Values) -> Safe:
        """The sentence of what was found (``forum.findings``), as it is kept."""
        return findings.say(self.texts, self.language, Finding.of(kept))

    def title(self, text: str) -> str:
        """A title or name, as much of it as there is room for."""
        return self.quote(text, TITLE)

    def quote(self, text: str, most: int) -> str:
        """Words as given, as much of them as there is room for, ``most`` signs at the most."""
        return quote(text, int(most * self.share))

    def completion(self, word: str) -> str:
        return completions.label(word, self.language)


# Makes the words of one kind.
Composer = Callable[[Saying, Brief], Worded]


def quote(text: str, most: int) -> str:
    """Words as given, cut at a word's end where they are longer than ``most`` signs."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def in_rows(buttons: list[Button], most: int = 3) -> list[list[Button]]:
    """Buttons in at most so many rows, three in each where that holds them."""
    across = max(3, math.ceil(len(buttons) / most))
    return [buttons[start : start + across] for start in range(0, len(buttons), across)]


def fits(html: str, most: int = LONGEST) -> bool:
    """Whether Telegram takes words of this length."""
    return len(unescape(MARK.sub("", html)).encode("utf-16-le")) // 2 <= most


def cut(html: str, most: int = LONGEST) -> str:
    """The first lines of a message that is too long however little is quoted. No mark goes beyond a line."""
    lines = html.split("\n")
    while lines and not fits("\n".join([*lines, "…"]), most):
        lines.pop()
    return "\n".join([*lines, "…"])
