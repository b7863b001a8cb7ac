"""Steps: a measure's milestones in a report's sentences, each with its deadline as written and how far it is."""

from __future__ import annotations

from collections.abc import Sequence

from forum.milestones import Milestone
from words import dates
from words.lists import number
from words.reports.telling import Telling


def heading(telling: Telling, steps: Sequence[Milestone]) -> list[str]:
    """What stands above them; nothing where there are none."""
    return [telling.say("report-steps")] if steps else []


def lines(telling: Telling, steps: Sequence[Milestone]) -> list[str]:
    """A line a milestone."""
    return [line(telling, one) for one in steps]


def line(telling: Telling, one: Milestone) -> str:
    """A milestone: what it is, by when, how far, and the link that shows it."""
    due = telling.own(one.due_text) or (dates.day(one.due_on, telling.language) if one.due_on else "none")
    on = dates.day(one.done_on, telling.language) if one.done_on else "none"
    state = telling.completion(one.completion)
    named, title = number(one.number, telling.language), telling.own(one.whole)
    said = telling.say("report-step", number=named, title=title, due=due, state=state, on=on)
    return f"{said} {one.evidence}" if one.evidence else said
