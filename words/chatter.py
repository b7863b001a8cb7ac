"""Chatter: thanks, greetings and signs alone, which are no answer to a question about the plan."""

from __future__ import annotations

import re
from functools import cache

from words.texts import texts
from words.vocabulary import fold, one_of

SIGNS = re.compile(r"[\W_]+")


def idle(text: str) -> bool:
    """Whether a text is nothing but thanks, greetings, «jā», “OK”, and signs such as «👍»."""
    return _chatter().fullmatch(SIGNS.sub(" ", fold(text)).strip()) is not None


@cache
def _chatter() -> re.Pattern[str]:
    said = (texts().label(language, "chatter-words") for language in texts().languages)
    return re.compile(rf"(?:{one_of(fold(word) for one in said for word in one.split('|'))}(?: |$))*")
