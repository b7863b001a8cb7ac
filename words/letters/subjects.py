"""Subjects: which letter a mail brings, by its subject; what that leaves open is asked for, and never guessed."""

from __future__ import annotations

import re
from datetime import date

from words.chatter import idle
from words.letters.reading import ANSWERING, DATE, WORDS, Named, known, read_day, sent, words_of
from words.moments import Problem
from words.vocabulary import fold

# A number as registries give them, with what stands before it: «Nr. 5.1-3/12», «Nr.VL-21/04», “No 7”.
NUMBER = re.compile(r"(?<!\w)(?P<mark>nr|no|№)\s*[.:]?\s*(?P<number>(?=[\w./–-]*\d)\w[\w./–-]*)", re.IGNORECASE)
# Such numbers have a part of the files' plan in them; a bare one may be that of anything.
OF_REGISTRY = re.compile(r"[/–-]|[^\W\d]")
# A number in brackets, or after a comma, is the letter's own, not of the thing named before it.
APART = re.compile(r"[(\[,;:–-]\s*$")


def titled(subject: str, text: str, *, today: date) -> Named | None:
    """The letter that a mail brings whose ``text`` says no more than that there is one: «Labdien! Pielikumā parakstītā
    vēstule.» Its number and date stand in the subject: «Par informācijas sniegšanu (Nr. 5.1-3/12)»; without a number
    where it does not say for certain which it is. None: the mail says something else, or nothing of a letter."""
    title = ANSWERING.sub("", subject)
    lines = [line for line in text.splitlines() if line.strip() and not idle(line)]
    if any(_others(line) for line in lines):
        return None
    whole = sent(title, today=today)
    if whole is not None:
        return whole
    numbers = _numbers(title)
    if not numbers and not any(words_of(_split(line), "letter") for line in lines):
        return None
    found = DATE.search(title)
    day = read_day(found[0], today=today) if found else None
    number = numbers[0][1] if _clear(title, numbers) else ""
    return Named(number, None if isinstance(day, Problem) or not number else day)


def _numbers(title: str) -> list[tuple[int, str]]:
    """The numbers of a subject, and where each begins; in Latvian «no» is “from”, so that a bare number after it is
    none."""
    found = NUMBER.finditer(DATE.sub(lambda one: " " * len(one[0]), title))
    pairs = [(one.start(), one["number"].rstrip("./–-"), one["mark"].lower()) for one in found]
    return [(at, number) for at, number, mark in pairs if mark != "no" or OF_REGISTRY.search(number)]


def _clear(title: str, numbers: list[tuple[int, str]]) -> bool:
    """Whether a subject names one letter, and that as the sender's own."""
    if len({number for _, number in numbers}) != 1:
        return False
    at, number = numbers[0]
    before = title[:at].rstrip()
    words = _split(DATE.sub(" ", before))
    if words_of(words, "answered") or (words and fold(words[-1]).startswith(tuple(known("numbered")))):
        return False
    named = bool(words) and bool(words_of(words[-1:], "letter"))
    return named or bool(OF_REGISTRY.search(number)) or bool(APART.search(before))


def _others(line: str) -> list[str]:
    """The words of a line that say more than that a letter went out."""
    words = [word for word in _split(line) if not idle(word)]
    plain = {*words_of(words, "small"), *words_of(words, "letter"), *words_of(words, "beside")}
    return [word for word in words if word not in plain]


def _split(text: str) -> list[str]:
    return [word for word in WORDS.split(text) if word.strip(".–-!")]
