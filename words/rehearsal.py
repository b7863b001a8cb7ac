"""The picture of a rehearsal: who would be written to on which day, and how many messages each would get."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

from babel.dates import format_date

from forum import budget
from forum.budget import Share
from forum.foreseen import Foreseen
from forum.policies import Budget
from words import dates, typesetting
from words.texts import Texts

# Sharp on a screen and on paper.
PIXELS_A_POINT = 2
# In the order of the legend; whatever else there is stands after them.
RUNGS = ("handover", "still-you", "start", "sign", "letter", "again", "last", "late", "own-dates", "meeting", "held")
MEETING, HELD = "meeting", "held"
# Of more months than these every second or third is named.
NAMED = 13


def drawn(texts: Texts, language: str, found: Sequence[Foreseen], *, days: tuple[date, date], most: Budget) -> bytes:
    """A PNG, 1,640 pixels wide: a line a person, whoever gets the most first; a mark a message on its day."""
    values = told(texts, language, found, days=days, most=most)
    return typesetting.picture("rehearsal", sharp=PIXELS_A_POINT, rehearsal=values)


def told(
    texts: Texts, language: str, found: Sequence[Foreseen], *, days: tuple[date, date], most: Budget
) -> dict[str, Any]:
    """All that the picture says and where: marks and months lie on a line that is one long."""
    say = partial(texts.label, language)
    first, last = days
    sum_, shares, kinds = budget.summary(found, most), budget.shares(found, most), {_kind(one) for one in found}
    ends = {"first": dates.long_day(first, language), "last": dates.long_day(last, language)}
    return {
        "language": language,
        "title": say("rehearsal-title"),
        "subtitle": say("rehearsal-days", **ends)
        + " "
        + say("rehearsal-sum", messages=sum_.messages, people=sum_.people, most=sum_.most, over=sum_.over),
        "total": say("rehearsal-total"),
        "months": [
            {"at": _at(day, days), "name": _month(day, language, dated=not place or day.month == 1)}
            for place, day in enumerate(_months(first, last))
        ],
        "people": [_line(one, [each for each in found if each.person == one.person], days) for one in shares],
        "legend": [
            {"rung": rung, "label": say("rehearsal-kind", rung=rung)}
            for rung in (*RUNGS, *sorted(kinds - set(RUNGS)))
            if rung in kinds
        ],
        "note": say("rehearsal-unreached") if any(not one.reached for one in shares) else "",
    }


def _line(one: Share, mine: Sequence[Foreseen], days: tuple[date, date]) -> dict[str, Any]:
    return {
        "name": one.name if one.institution in one.name else f"{one.institution} · {one.name}",
        "reached": one.reached,
        "over": one.over,
        "count": one.messages,
        "marks": [{"at": _at(each.on, days, middle=0.5), "rung": _kind(each)} for each in mine],
    }


def _at(day: date, days: tuple[date, date], *, middle: float = 0) -> float:
    """Where a day stands on a line that is one long."""
    first, last = days
    return ((day - first).days + middle) / ((last - first).days + 1)


def _month(on: date, language: str, *, dated: bool) -> str:
    return str(format_date(on, "LLL y" if dated else "LLL", locale=language))


def _kind(one: Foreseen) -> str:
    return HELD if one.held else MEETING if one.meeting else one.rung


def _months(first: date, last: date) -> list[date]:
    """The first days of the months between, and the first day itself; so few that their names do not touch."""
    found, day = [first], (first.replace(day=1) + timedelta(days=32)).replace(day=1)
    while day <= last:
        found.append(day)
        day = (day + timedelta(days=32)).replace(day=1)
    if len(found) > 1 and (found[1] - first).days < 12:
        found = found[1:]
    return found[:: 1 + (len(found) - 1) // NAMED]
