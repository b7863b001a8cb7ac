"""The plan's own dates in words: which of them come near."""

from __future__ import annotations

from words import dates, why
from words.saying import SHORT_QUOTE, Brief, Button, Composer, Saying, Worded, in_rows

# So many are named; a person with more has them on the worksheet page and in the plan.
MOST = 12
# Of so many milestones it can be said by a press that they are done.
PRESSED = 6


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
    steps = [one for one in brief["measures"] if one["milestone"]][:PRESSED]
    how = [say("own-dates-how"), *([say("own-dates-steps")] if steps else [])]
    html = "\n".join([say("own-dates"), "", *lines(say, brief["measures"]), "", " ".join(how)])
    return Worded(html, [*in_rows([_done(say, one) for one in steps], 2), [why.button(say)]])


def _done(say: Saying, one: Brief) -> Button:
    return Button(say.label("milestone-done", number=say.numbered(one)), "milestone-done", one["milestone"])


def _said(say: Saying, brief: Brief) -> Worded:
    completion = say.completion(brief["completion"]) if brief["completion"] else "none"
    head = say("milestone-said", **say.named(brief), title=say.title(brief["title"]), completion=completion)
    back = [Button(say.label("milestone-back-button"), "milestone-back", f"{brief['milestone']}-{brief['before']}")]
    opens = [Button(say.label("echo-open"), "", url=brief["link"])] if brief["link"] else []
    return Worded(head, [[*back, *opens]])


def _back(say: Saying, brief: Brief) -> Worded:
    completion = say.completion(brief["completion"]) if brief["completion"] else "none"
    return Worded(say("milestone-back", **say.named(brief), title=say.title(brief["title"]), completion=completion))


COMPOSERS: dict[str, Composer] = {"own-dates": _own_dates, "milestone-said": _said, "milestone-back": _back}
