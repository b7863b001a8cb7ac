"""The words by which typed days and times are known: months, weekdays and small words of every language.

All come from `locales/<language>/{dates,moments}.ftl`; people write them with or without accents, long or cut short.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from words.texts import texts

# A name may be cut down to as many letters: «feb», «piekt».
LEAST = 3
# Hyphens, dashes and the sign of minus.
DASHES = re.compile("[‐-―−]")
MONTHS = ("date-month", "date-month-since", "date-month-by", "date-month-on")
WEEKDAYS = ("date-weekday", "date-weekday-on", "date-weekday-by", "date-weekday-for")


def fold(text: str) -> str:
    """The text in small letters without accents, with one kind of dash and of space."""
    if not text.isascii():
        bare = "".join([sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign)])
        text = DASHES.sub("-", bare)
    return " ".join(text.casefold().split())


@cache
def months() -> dict[str, int]:
    """Each way to write a month's name → 1-12."""
    return _names(MONTHS, "month", 12)


@cache
def weekdays() -> dict[str, int]:
    """Each way to write a weekday's name → 1-7, Monday first."""
    return _names(WEEKDAYS, "weekday", 7)


@cache
def any_of(*names: str) -> str:
    """A pattern for any of the small words of these names, such as ``today``."""
    ids = [f"moment-words-{name}" for name in names]
    return one_of(fold(word) for one in ids for said in _labels(one) for word in said.split("|"))


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word))) + ")"


def _names(ids: tuple[str, ...], value: str, count: int) -> dict[str, int]:
    whole = {
        fold(name): number for one in ids for number in range(1, count + 1) for name in _labels(one, value, number)
    }
    cut: dict[str, set[int]] = {}
    for name, number in whole.items():
        for length in range(LEAST, len(name)):
            cut.setdefault(name[:length], set()).add(number)
    # What might be two names is none.
    return {**{name: numbers.pop() for name, numbers in cut.items() if len(numbers) == 1}, **whole}


def _labels(message_id: str, value: str = "none", number: int = 0) -> list[str]:
    return [texts().label(language, message_id, **{value: number}) for language in texts().languages]
