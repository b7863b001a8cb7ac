"""Absence in words: «prom līdz 5. janvārim» is understood, and answered with what follows from it."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from words import convening, dates, moments
from words.lists import listed
from words.moments import Problem
from words.saying import Brief, Button, Composer, Saying, Worded
from words.texts import Safe, texts
from words.vocabulary import fold

# Nobody needs more words for it.
LONGEST = 80


def last_day(text: str, *, today: date) -> date | Problem | None:
    """The last day of an absence that a whole text tells of; None: it tells of none."""
    found = _away().fullmatch(fold(text)) if len(text) <= LONGEST else None
    return moments.parse_day(found["day"], today=today) if found else None


@cache
def _away() -> re.Pattern[str]:
    away, until = (_any(name) for name in ("absence-words", "mail-words-until"))
    return re.compile(rf"{away}[,.:]?\s+{until}\s+(?P<day>.*\d.*?)[.!]?")


def _any(name: str) -> str:
    words = [fold(word) for one in texts().languages for word in texts().label(one, name).split("|")]
    return f"(?:{'|'.join(map(re.escape, words))})"


def told(say: Saying, one: Brief) -> Safe:
    """That somebody is away, until when, and who stands in."""
    names = [say.title(name) for name in one["instead"]]
    until = dates.until_day(one["until"], say.language)
    return say("absence-told", name=say.title(one["name"]), until=until, instead=", ".join(names) or "none")


def _kept(say: Saying, brief: Brief) -> Worded:
    parts: list[str] = [say("absence", until=dates.until_day(brief["until"], say.language))]
    if brief["stand_ins"]:
        parts.append(
            say("absence-stand-in", names=listed([say.title(one) for one in brief["stand_ins"]], say.language))
        )
    elif brief["due_on"] is not None and brief["due_on"] <= brief["until"]:
        parts.append(say("absence-due", due=dates.day(brief["due_on"], say.language)))
    else:
        parts.append(say("absence-waits"))
    return Worded("\n".join(parts), [[Button(say.label("absence-back"), "absence-back", 0)]])


COMPOSERS: dict[str, Composer] = {"absence": _kept, "absence-unclear": convening.unclear_told}
