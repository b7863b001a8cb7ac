"""The budget of messages: how many a person may get unasked, and how a forecast stands against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from forum.foreseen import Foreseen
from forum.policies import Budget

USUAL = Budget()


@dataclass(frozen=True, kw_only=True)
class Share:
    """What one person would get: how many messages in all, the most within any twelve months, the most about no round
    in any month, and whether that is more than the budget; ``held``: how many the budget would hold back beside."""

    person: int
    name: str
    institution: str
    messages: int
    in_a_year: int
    in_a_month: int
    reached: bool
    over: bool
    held: int


@dataclass(frozen=True, kw_only=True)
class Summary:
    """A forecast in short. ``busiest`` is the first day of the month with the most messages; ``of_meetings`` of them
    speak of meetings, and ``on_a_yes`` of these only once a coordinator announces the meeting. ``over``: how many
    people would get more than the budget; ``held``: how many messages it would hold back, counted in none of the
    others."""

    messages: int
    people: int
    unreached: int
    of_meetings: int
    on_a_yes: int
    most: int
    over: int
    held: int
    first: date | None
    busiest: date | None
    in_busiest: int


def shares(found: Sequence[Foreseen], most: Budget = USUAL) -> list[Share]:
    """A row for each person, whoever gets the most first."""
    of: dict[int, list[Foreseen]] = {}
    for one in found:
        of.setdefault(one.person, []).append(one)
    rows = [_share(person, mine, most) for person, mine in of.items()]
    return sorted(rows, key=lambda row: (-row.messages, row.name))


def _share(person: int, mine: Sequence[Foreseen], most: Budget) -> Share:
    sent = [one for one in mine if not one.held]
    counted = [one for one in sent if not one.asked]
    in_a_year = _most_in_a_year([one.on for one in counted])
    in_a_month = _most_in_a_month(one.on for one in counted if one.beside)
    return Share(
        person=person,
        name=mine[0].name,
        institution=mine[0].institution,
        messages=len(sent),
        in_a_year=in_a_year,
        in_a_month=in_a_month,
        reached=mine[0].reached,
        over=in_a_year > most.year or in_a_month > most.month,
        held=len(mine) - len(sent),
    )


def summary(found: Sequence[Foreseen], most: Budget = USUAL) -> Summary:
    """The forecast's figures."""
    rows = shares(found, most)
    sent = [one for one in found if not one.held]
    months = Counter(one.on.replace(day=1) for one in sent)
    busiest = min(months, key=lambda month: (-months[month], month), default=None)
    return Summary(
        messages=len(sent),
        people=len(rows),
        unreached=sum(not row.reached for row in rows),
        of_meetings=sum(bool(one.meeting) for one in sent),
        on_a_yes=sum(one.on_a_yes for one in sent),
        most=max((row.messages for row in rows), default=0),
        over=sum(row.over for row in rows),
        held=len(found) - len(sent),
        first=min((one.on for one in sent), default=None),
        busiest=busiest,
        in_busiest=months[busiest] if busiest else 0,
    )


def _most_in_a_year(days: Sequence[date]) -> int:
    return max((sum(0 <= (other - day).days < 365 for other in days) for day in days), default=0)


def _most_in_a_month(days: Iterable[date]) -> int:
    return max(Counter(day.replace(day=1) for day in days).values(), default=0)
