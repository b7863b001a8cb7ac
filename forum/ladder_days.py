"""Ladder days: on which days the rungs of a kind of round stand, and when each comes to somebody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from forum.policies import Rung
from forum.rounds import Term
from forum.workdays import Workdays

# The rung that says to give an answer to sign: it heeds a round's own sign-by day.
SIGN = "sign"


@dataclass(frozen=True)
class Step:
    """One rung of a ladder: its place, counted from the due day alone, by which its turn is known whatever moves it;
    and the day on which it comes to somebody."""

    name: str
    day: date
    comes_on: date


def of(
    rungs: Sequence[Rung], term: Term, *, workdays: Workdays, weekdays: tuple[int, ...] = (), many: bool = False
) -> list[Step]:
    """A ladder's rungs before and after these days, for somebody who wants to hear on these weekdays (empty: on all)
    and whose body answers for few measures, or for many."""
    places = [workdays.shift(term.due_on, rung.on(many=many)) for rung in rungs]
    steps: list[Step] = []
    rows = [*zip(rungs, places, _signing(rungs, places, term, workdays), strict=True)]
    for rung, place, day in reversed(rows):
        until = term.sign_by + timedelta(days=1) if term.sign_by and rung.name == SIGN else term.due_on
        comes = comes_on(day, until, workdays=workdays, weekdays=weekdays)
        # One that comes early to whoever hears on few days is not overtaken by those before it.
        steps.append(Step(rung.name, place, min([comes, *(step.comes_on for step in steps[-1:])])))
    return steps[::-1]


def _signing(rungs: Sequence[Rung], places: list[date], term: Term, workdays: Workdays) -> list[date]:
    """The days of the rungs at these places: the one to give it to sign comes on the working day before the round's own
    sign-by day, and before the rung that follows. Where none would come before it any more, those before it keep
    their distance to it."""
    at = next((number for number, rung in enumerate(rungs) if rung.name == SIGN), None)
    if term.sign_by is None or at is None:
        return places
    following = min([*places[at + 1 :], term.due_on])
    day = workdays.shift(min(term.sign_by, following), -1)
    before = places[:at]
    if before and before[-1] >= day:
        before = [workdays.shift(day, rung.days - rungs[at].days) for rung in rungs[:at]]
    return [*before, day, *places[at + 1 :]]


def latest(steps: Iterable[Step], *, today: date) -> tuple[str, date] | None:
    """The name and place of the latest of these rungs that has come by a day."""
    last: tuple[str, date] | None = None
    for one in steps:
        if one.comes_on <= today:
            last = one.name, one.day
    return last


def comes_on(day: date, until: date, *, workdays: Workdays, weekdays: tuple[int, ...]) -> date:
    """When a rung of this day comes to somebody who wants to hear on these weekdays alone (empty: on all). On its day,
    from which the message waits for one of theirs; where the next of theirs would not be before another day, as the due
    day is (``until``), on the last of theirs before the rung's."""
    own = workdays.on(weekdays) if weekdays and day < until else workdays
    return day if day >= until or own.first_from(day) < until else own.last_to(day)


def last_call(steps: Iterable[Step], due_on: date) -> Step | None:
    """The last of these rungs that comes by the due day."""
    return max((step for step in steps if step.day <= due_on), key=lambda step: step.day, default=None)
