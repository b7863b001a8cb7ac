"""Lists and numbers within a sentence: "A, B un C"; measure 2.8 as «2.8.»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from babel.lists import format_list

from words.texts import texts

# Keys such as D4 or C02.1.01 are names rather than ordinal numbers, and take no full stop in Latvian.
ORDINAL = re.compile(r"\d+(\.\d+)*")


def listed(items: Sequence[str], language: str) -> str:
    """«A, B un C»; “A, B, and C”. No items: an empty text."""
    return format_list(items, locale=language.replace("-", "_"))


def number(key: str, language: str) -> str:
    """The number of a measure or commitment within a sentence: «2.8.»; “2.8”. The key stays 2.8 everywhere else."""
    if not ORDINAL.fullmatch(key):
        return key
    return texts().label(language, "date-number", number=key)


def numbers(keys: Iterable[str], language: str) -> str:
    """«2.8., 2.10.»; “2.8, 2.10”."""
    return ", ".join(number(key, language) for key in keys)
