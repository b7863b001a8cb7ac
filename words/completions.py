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
    for words, completion in _labels():
        found = re.match(rf"{re.escape(words)}\s*(?:[.,;:–—-]+(?:\s+|$)|\n+|$)", text, re.IGNORECASE)
        if found:
            return completion, text[found.end() :].strip()
    return None, text


@cache
def _labels() -> list[tuple[str, Completion]]:
    found = [(label(one.value, language), one) for language in texts().languages for one in TOLD]
    return sorted(found, key=lambda pair: -len(pair[0]))
