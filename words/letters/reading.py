"""Reading: the number and date of a letter, as people type them in one message."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from words import moments
from words.chatter import idle
from words.moments import Problem
from words.texts import texts
from words.vocabulary import fold

# A date with its year, among other words: 29.01.2021., 2021-01-29, 2021. gada 29. janvārī, 29 January 2021.
DATE = re.compile(
    r"(?<![\d/.-])(?:\d{4}-\d{2}-\d{2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}\.?"
    r"|\d{4}\.\s?gada\s+\d{1,2}\.\s?[^\W\d]+|\d{1,2}\.?\s+[^\W\d]{3,}\s+\d{4}\.?)(?![\d/-])",
    re.IGNORECASE,
)
# What stands around a number and is no part of it.
AROUND = re.compile(
    r"^[\s,;:]*(?:ar\s+)?(?:(?:nr|no|numurs|number)\b)?[\s.:]*|[\s,;]+(?:no|of|dated)?[\s,;]*$", re.IGNORECASE
)
# A letter is at most so old: a round and its late answers are over within a year.
OLDEST = timedelta(days=366)
# What stands before a letter's number: «Nr.1-12», “No 5”.
NUMBERED = re.compile(r"\b(?:nr|no)\.?\s*(?=\d)|№\s*", re.IGNORECASE)
NUMBERED_WITHIN = re.compile(r"(?<!\w)(?:nr|№)\s*[.:]?\s*((?=\S*\d)\S+)", re.IGNORECASE)
WORDS = re.compile(r"[\s,;:()«»\"]+")
# What programs put before the subject of a mail that answers another, or hands it on.
ANSWERING = re.compile(r"^(?:\s*(?:re|fwd?|atb|pārs)\s*:)+\s*", re.IGNORECASE)
# A text that says no more than that a letter went out is no longer than this.
LONGEST_SENTENCE = 160


@dataclass(frozen=True)
class Named:
    """A letter's number, and its date where one was typed that can be understood."""

    number: str
    on: date | None


def bare(text: str, *, today: date) -> Named | None:
    """The number and date of a letter, of a text that says nothing else: «Nr. 1-12/34, 05.03.2026.»; None for any
    other."""
    lines = [line for line in text.splitlines() if line.strip() and not idle(line)]
    named = read(lines[0], today=today) if len(lines) == 1 else None
    return named if named and re.fullmatch(r"(?=.*\d)\S+", named.number) else None


def read(text: str, *, today: date) -> Named:
    """What a text says of a letter."""
    found = DATE.search(text)
    rest = text[: found.start()] + " " + text[found.end() :] if found else text
    day = read_day(found[0], today=today) if found else None
    inner = NUMBERED_WITHIN.findall(rest)
    if len(inner) == 1:
        rest = inner[0].rstrip(")],;")
    return Named(AROUND.sub("", " ".join(rest.split()).rstrip(" ,;")), None if isinstance(day, Problem) else day)


def sent(text: str, *, today: date) -> Named | None:
    """The number and date of a letter, of a text that says no more than that it was sent or signed: «Nosūtīts ar
    vēstuli Nr. 1-12/34, 05.03.2026.»; None for any other."""
    lines = [line for line in text.splitlines() if line.strip() and not idle(line)]
    if len(lines) != 1 or len(lines[0]) > LONGEST_SENTENCE:
        return None
    found = DATE.search(lines[0])
    rest = lines[0][: found.start()] + " " + lines[0][found.end() :] if found else lines[0]
    words = [word for word in WORDS.split(re.sub(NUMBERED, " ", rest)) if word.strip(".–-")]
    small, letter, numbers = (
        words_of(words, "small"),
        words_of(words, "letter"),
        [w for w in words if re.search(r"\d", w)],
    )
    if not letter or len(numbers) != 1 or len(small) + len(letter) + 1 != len(words):
        return None
    day = read_day(found[0], today=today) if found else None
    return Named(numbers[0].rstrip("."), None if isinstance(day, Problem) else day)


def words_of(words: Sequence[str], kind: str) -> list[str]:
    """Those of a text's words that are of this kind."""
    these = known(kind)
    return [word for word in words if fold(word.strip(".!")) in these]


@cache
def known(kind: str) -> frozenset[str]:
    """The words of this kind about letters, in all languages, as ``fold`` makes them."""
    said = (texts().label(language, f"letter-words-{kind}") for language in texts().languages)
    return frozenset(fold(word) for one in said for word in one.split("|"))


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
