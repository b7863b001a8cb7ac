"""Reading: the number and date of a letter, as people type them in one message."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from words import moments
from words.moments import Problem

# A date with its year, among other words: 29.01.2021., 2021-01-29, 2021. gada 29. janvārī, 29 January 2021.
DATE = re.compile(
    r"(?<![\d/.-])(?:\d{4}-\d{2}-\d{2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}\.?"
    r"|\d{4}\.\s?gada\s+\d{1,2}\.\s?[^\W\d]+|\d{1,2}\.?\s+[^\W\d]{3,}\s+\d{4}\.?)(?![\d/-])",
    re.IGNORECASE,
)
# What stands around a number and is no part of it.
AROUND = re.compile(r"^[\s,;:]*(?:ar\s+)?(?:nr|no|numurs|number)?[\s.:]*|[\s,;]+$", re.IGNORECASE)
# A letter is at most so old: a round and its late answers are over within a year.
OLDEST = timedelta(days=366)


@dataclass(frozen=True)
class Named:
    """A letter's number, and its date where one was typed that can be understood."""

    number: str
    on: date | None


def read(text: str, *, today: date) -> Named:
    """What a text says of a letter."""
    found = DATE.search(text)
    rest = text[: found.start()] + " " + text[found.end() :] if found else text
    day = read_day(found[0], today=today) if found else None
    return Named(AROUND.sub("", " ".join(rest.split()).rstrip(" ,;")), None if isinstance(day, Problem) else day)


def read_day(text: str, *, today: date) -> date | Problem:
    """The day of a letter; without a year it is the last one that there was."""
    found = moments.parse_day(text.strip(), today=today - OLDEST)
    if isinstance(found, Problem):
        return found
    while found < today - OLDEST / 2 and not re.search(r"\d{4}", text) and _next_year(found) <= today:
        found = _next_year(found)
    return found


def _next_year(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return day + timedelta(days=366)
