"""Ladder days: on which days the rungs of a kind of round stand, and when each comes to somebody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from forum.policies import Rung
from forum.workdays import Workdays


@dataclass(frozen=True)
class Step:
    """One rung of a ladder on its days: where it stands, and when it comes to somebody."""

    name: str
    day: date
    comes_on: date


def of(
    rungs: Iterable[Rung], due_on: date, *, workdays: Workdays, weekdays: tuple[int, ...] = (), many: bool = False
) -> list[Step]:
    """A ladder's rungs before and after this due day, for somebody who wants to hear on these weekdays (empty: on all)
    and whose body answers for few measures, or for many."""
    found = [(rung.name, workdays.shift(due_on, rung.on(many=many))) for rung in rungs]
    return [Step(name, day, comes_on(day, due_on, workdays=workdays, weekdays=weekdays)) for name, day in found]


def latest(steps: Iterable[Step], *, today: date) -> tuple[str, date] | None:
    """The name and day of the latest of these rungs that has come by a day."""
    last: tuple[str, date] | None = None
    for one in steps:
        if one.comes_on <= today:
            last = one.name, one.day
    return last


def comes_on(day: date, due_on: date, *, workdays: Workdays, weekdays: tuple[int, ...]) -> date:
    """When a rung of this day comes to somebody who wants to hear on these weekdays alone (empty: on all). On its day,
    from which the message waits for one of theirs; where the next of theirs would not be before the due day, on the
    last of theirs before the rung's."""
    own = workdays.on(weekdays) if weekdays and day < due_on else workdays
    return day if day >= due_on or own.first_from(day) < due_on else own.last_to(day)


def last_call(steps: Iterable[Step], due_on: date) -> Step | None:
    """The last of these rungs that comes by the due day."""
    return max((step for step in steps if step.day <= due_on), key=lambda step: step.day, default=None)
