"""Texts: what is said to people, in the reader's language, never half of it."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from words import catalogue
from words.catalogue import LOCALES, Catalogue, languages
from words.errors import BadValue, MissingValue, UnknownText

Value = str | int | float | Decimal

# Fluent refuses a value of more than 2,500 signs; a member's answer may have 4,096. A long value is therefore laid in
# after Fluent is done, in the place of a short mark made of signs that no alphabet uses.
LONG = 1000
MARK = re.compile("\ue000(\\d+)\ue001")
MARK_SIGNS = str.maketrans("", "", "\ue000\ue001")


class Safe(str):
    """A text that is Telegram's HTML already, so that it is not escaped again."""

    __slots__ = ()


class Texts:
    """The texts of one forum. ``offered``: its languages, the main one first; a reader's language that is not among
    them falls to the first.

    :raises BadTexts: a language without texts, or texts that are not sound.
    """

    def __init__(self, offered: Sequence[str], locales: Path = LOCALES) -> None:
        if not offered:
            raise ValueError("a forum needs at least one language")
        self.languages = tuple(offered)
        self._catalogues: Mapping[str, Catalogue] = {one: _catalogue(one, locales) for one in offered}

    def language(self, wanted: str | None) -> str:
        """The language in which someone who wants this one is spoken to."""
        return wanted if wanted in self.languages else self.languages[0]

    def say(self, language: str | None, message_id: str, /, **values: Value) -> Safe:
        """A message as Telegram's HTML; ``message_id`` may name an attribute (``round-opened.later``).

        Values are escaped unless `Safe`; numbers are written as the language writes them.

        :raises UnknownText: no such id. :raises MissingValue: a value is not given, even one that only another
            variant of the text asks for. :raises BadValue: neither a text nor a number.
        """
        escaped = {name: _escape(value) for name, value in values.items()}
        return Safe(self._format(language, message_id, escaped))

    def knows(self, language: str | None, message_id: str) -> bool:
        """Whether there is a text of this id."""
        return message_id in self._catalogues[self.language(language)].needs

    def label(self, language: str | None, message_id: str, /, **values: Value) -> str:
        """The same as plain text, for where HTML is not read: buttons, toasts, file names, subjects of e-mails."""
        return self._format(language, message_id, values)

    def _format(self, language: str | None, message_id: str, values: Mapping[str, Value]) -> str:
        book = self._catalogues[self.language(language)]
        if message_id not in book.needs:
            raise UnknownText(message_id, book.language, "there is no such text")
        if missing := book.needs[message_id] - values.keys():
            raise MissingValue(message_id, book.language, f"also needs {', '.join(sorted(missing))}")
        if wrong := [name for name, value in values.items() if not _sayable(value)]:
            raise BadValue(message_id, book.language, f"neither a text nor a number: {', '.join(wrong)}")
        kept: list[str] = []
        given = {name: _fit(value, kept) for name, value in values.items()}
        said, errors = book.bundle.format_pattern(_pattern(book, message_id), given)
        if errors:
            # The library's own words may hold the value, which may be a person's answer: only the kind is told.
            raise BadValue(message_id, book.language, type(errors[0]).__name__)
        return MARK.sub(lambda mark: kept[int(mark[1])], str(said))


def messages(language: str) -> dict[str, set[str]]:
    """Every text id (attributes as ``id.attribute``) of a language with the values it asks for."""
    return {name: set(needs) for name, needs in _catalogue(language, LOCALES).needs.items()}


@cache
def texts() -> Texts:
    """All languages there are, for those who hold no forum's texts, such as `words.dates`."""
    return Texts(languages())


@cache
def _catalogue(language: str, locales: Path) -> Catalogue:
    return catalogue.read(language, locales)


def _pattern(book: Catalogue, message_id: str) -> Any:
    name, _, attribute = message_id.partition(".")
    message = book.bundle.get_message(name)
    return message.attributes[attribute] if attribute else message.value


def _escape(value: Value) -> Value:
    if isinstance(value, Safe) or not isinstance(value, str):
        return value
    return html.escape(value)


def _sayable(value: object) -> bool:
    return isinstance(value, str | int | float | Decimal) and not isinstance(value, bool)


def _fit(value: Value, kept: list[str]) -> Value:
    if not isinstance(value, str):
        return value
    value = value.translate(MARK_SIGNS)
    if len(value) <= LONG:
        return value
    kept.append(value)
    return f"\ue000{len(kept) - 1}\ue001"
