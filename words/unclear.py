"""What is unclear about a day or time somebody typed, kept so that it can be said in any language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from words import dates
from words.texts import Safe, Texts

FRIDAY = 5
# Values that are days, kept as ISO dates.
DAYS = ("day", "first", "second")
# As much of what was typed as is said back.
LONGEST = 60


@dataclass(frozen=True)
class Problem:
    """Why a typed day or time was not taken. ``kind`` names the text `moment-problem-<kind>`; ``values`` are texts
    that JSON keeps: days in ISO form, ``text`` as it was typed, ``example`` a day still to come (with ``at`` where a
    time is asked for)."""

    kind: str
    values: Mapping[str, str]


class Unclear(Exception):
    """Something typed cannot be one day or time. ``example``: the day that the right form is shown with."""

    def __init__(self, kind: str, *, example: date | None = None, **days: date) -> None:
        super().__init__(kind)
        self.kind = kind
        self.example = example
        self.days = days

    def problem(self, text: str, today: date, *, timed: bool) -> Problem:
        """The problem as it is kept. ``timed``: a time of day is asked for, and the example has one."""
        shown = {name: day.isoformat() for name, day in self.days.items()}
        example = (self.example or to_come(today)).isoformat() + ("T10:00" if timed else "")
        return Problem(self.kind, {"text": _short(text), "example": example, **shown})


def say(texts: Texts, language: str | None, problem: Problem) -> Safe:
    """The problem as a message's HTML: what was not understood, what to write instead, with an example."""
    spoken = texts.language(language)
    shown = {name: dates.day(date.fromisoformat(kept), spoken) for name, kept in problem.values.items() if name in DAYS}
    shown["example"] = _example(texts, spoken, problem.values["example"])
    return texts.say(spoken, f"moment-problem-{problem.kind}", text=problem.values["text"], **shown)


def to_come(today: date) -> date:
    """A day for examples: a Friday at least a week ahead."""
    return today + timedelta(days=7 + (FRIDAY - today.isoweekday()) % 7)


def _example(texts: Texts, language: str, kept: str) -> str:
    day, _, at = kept.partition("T")
    on = date.fromisoformat(day)
    return texts.label(
        language, "moment-example" if at else "moment-example-day", date=on.day, month=on.month, year=str(on.year)
    )


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"
