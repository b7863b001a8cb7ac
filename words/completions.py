"""Completion in words: its labels, and how a text that begins with one is read."""

from __future__ import annotations

import re
from functools import cache

from forum.plan import Completion
from words.texts import texts

# What may be told by a body itself; withdrawing a measure from the plan is the plan's own change.
TOLD = (
    Completion.NOT_STARTED,
    Completion.LIMITED,
    Completion.SUBSTANTIAL,
    Completion.COMPLETE,
    Completion.NO_EVIDENCE,
)

# Of what has come so far only a reader wants to know why, and what follows.
LITTLE = (Completion.NOT_STARTED, Completion.LIMITED)


def label(completion: str, language: str) -> str:
    """The full label, as «Izpildīts būtiskā apjomā»."""
    return texts().label(language, f"completion-{completion.replace('_', '-')}")


def short_label(completion: str, language: str) -> str:
    """The label of a button, as «Būtiskā apjomā»."""
    return texts().label(language, f"completion-{completion.replace('_', '-')}.short")


def meaning(completion: str, language: str) -> str:
    """What it means, in a sentence."""
    return texts().label(language, f"ws-means-{completion.replace('_', '-')}")


def recognise(text: str) -> tuple[Completion | None, str]:
    """The completion that a text begins with, in any language, and the rest; (None, the text) where it begins with
    none. The label must end there: «Izpildīts 80 %» is not «Izpildīts»."""
    found = _beginnings().match(text)
    if found is None:
        return None, text
    place = next(place for place, words in enumerate(found.groups()) if words is not None)
    return _labels()[place][1], text[found.end() :].strip()


@cache
def _beginnings() -> re.Pattern[str]:
    """A group for each of the labels, in their order."""
    words = "|".join(f"({re.escape(label)})" for label, _ in _labels())
    return re.compile(rf"(?:{words})\s*(?:[.,;:–—-]+(?:\s+|$)|\n+|$)", re.IGNORECASE)


@cache
def _labels() -> list[tuple[str, Completion]]:
    """All labels, the longest first."""
    found = [(label(one.value, language), one) for language in texts().languages for one in TOLD]
    return sorted(found, key=lambda pair: -len(pair[0]))
