"""Beginning: what messages say of an answer that the reader began and has not submitted."""

from __future__ import annotations

from words import dates
from words.saying import Brief, Saying
from words.texts import Safe


def lines(say: Saying, measure: Brief) -> list[Safe]:
    """The line below a measure."""
    on = measure["begun_on"]
    return [say("measure-begun", on=dates.at_day(on, say.language))] if on else []


def beside(say: Saying, html: Safe, brief: Brief) -> Safe:
    """A question, with a word where its answer was begun on the page: in which words, a chat is not told."""
    on = brief["begun_on"]
    return Safe(f"{html}\n\n{say('ask-begun', on=dates.at_day(on, say.language))}") if on else html
