"""Milestones in words: how far each is, what was kept of that, and the buttons that say so."""

from __future__ import annotations

from collections.abc import Sequence

from forum import stepping
from forum.plan import Completion
from words import dates
from words.saying import Brief, Button, Composer, Saying, Worded, in_rows
from words.texts import Safe

# Of so many milestones what was said can be taken back by a press.
PRESSED = 6
# So many are named; a measure with more has them on the worksheet page, in the document and in the plan.
MOST = 12


def lines(say: Saying, steps: Sequence[Brief]) -> list[Safe]:
    """A heading, and a line a milestone; nothing where there are none."""
    more = [say("own-dates-more", count=len(steps) - MOST)] if len(steps) > MOST else []
    return [say("steps-head"), *(_line(say, one) for one in steps[:MOST]), *more] if steps else []


def _line(say: Saying, one: Brief) -> Safe:
    due = one["due_text"] or (dates.day(one["due_on"], say.language) if one["due_on"] else "")
    return say(
        "steps-line",
        **say.named(one),
        title=say.title(one["title"]),
        due=say.title(due) or "none",
        state=_state(say, one),
        on=dates.day(one["done_on"], say.language) if one["done_on"] else "none",
    )


def _state(say: Saying, one: Brief) -> str:
    return say.completion(one["completion"]) if one["completion"] else say.label("report-unknown")


def said_lines(say: Saying, steps: Sequence[Brief]) -> list[Safe]:
    """A line a milestone, with how far it is now."""
    return [
        say(
            "milestone-line",
            **say.named(one),
            title=say.title(one["title"]),
            completion=_state(say, one),
            evidence=one["evidence"] or "none",
        )
        for one in steps
    ]


def beside(say: Saying, html: Safe, steps: Sequence[Brief]) -> Safe:
    """A message, and below it the milestones that were said with what it tells of."""
    return Safe("\n\n".join([html, *(["\n".join(said_lines(say, steps))] if steps else [])]))


def done_buttons(say: Saying, steps: Sequence[Brief], *, rows: int = 2) -> list[list[Button]]:
    """What says by a press that one of these is done, three in a row."""
    pressed = [
        Button(say.label("milestone-done", number=say.numbered(one)), "milestone-done", one["milestone"])
        for one in steps[: 3 * rows]
    ]
    return in_rows(pressed, rows) if pressed else []


def _said(say: Saying, brief: Brief) -> Worded:
    kept = "written" if brief["written"] else "refused" if brief["refused"] else "saved"
    head = say("milestone-said", kept=kept, when=dates.moment(brief["at"], say.zone, say.language))
    opens = [Button(say.label("echo-open"), "", url=brief["link"])] if brief["link"] else []
    pressed = [one for one in brief["steps"] if one["before"] != one["completion"]][:PRESSED]
    rows = [*in_rows(_backs(say, pressed), 2), opens]
    return Worded("\n\n".join([head, *said_lines(say, brief["steps"])]), [row for row in rows if row])


def _backs(say: Saying, steps: Sequence[Brief]) -> list[Button]:
    label = "milestone-back-button" if len(steps) == 1 else "milestone-back-one"
    return [
        Button(say.label(label, number=say.numbered(one)), "milestone-back", f"{one['milestone']}-{_short(one)}")
        for one in steps
    ]


def _short(one: Brief) -> str:
    before, now = (Completion(word) if word else None for word in (one["before"], one["completion"]))
    return stepping.short(before, now)


def _back(say: Saying, brief: Brief) -> Worded:
    kept = "written" if brief["written"] else "saved"
    return Worded("\n\n".join([say("milestone-back", kept=kept), *said_lines(say, brief["steps"])]))


def _written(say: Saying, brief: Brief) -> Worded:
    return Worded("\n\n".join([say("milestone-written"), *said_lines(say, brief["steps"])]))


COMPOSERS: dict[str, Composer] = {"milestone-said": _said, "milestone-back": _back, "milestone-written": _written}
