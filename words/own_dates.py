"""The plan's own dates in words: which of them come near."""

from __future__ import annotations

from words import dates, stepping, why
from words.saying import SHORT_QUOTE, Brief, Composer, Saying, Worded

# So many are named; a person with more has them on the worksheet page and in the plan.
MOST = 12


def lines(say: Saying, measures: list[Brief]) -> list[str]:
    """A line a measure, with the day and how the plan words it."""
    found = [_line(say, one) for one in measures[:MOST]]
    more = len(measures) - MOST
    return [*found, say("own-dates-more", count=more)] if more > 0 else found


def _line(say: Saying, one: Brief) -> str:
    day = dates.day(one["due_on"], say.language)
    worded = say.quote(one["due_text"], SHORT_QUOTE) if one["due_text"] else "none"
    return say("own-dates-line", **say.named(one), title=say.title(one["title"]), due=day, worded=worded)


def _own_dates(say: Saying, brief: Brief) -> Worded:
    steps = [one for one in brief["measures"] if one["milestone"]]
    how = [say("own-dates-how"), *([say("own-dates-steps")] if steps else [])]
    html = "\n".join([say("own-dates"), "", *lines(say, brief["measures"]), "", " ".join(how)])
    return Worded(html, [*stepping.done_buttons(say, steps), [why.button(say)]])


COMPOSERS: dict[str, Composer] = {"own-dates": _own_dates}
