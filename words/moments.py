"""Days and times that people type, read without guessing: «19.02. plkst. 10.00–11.30», “next Tuesday 2pm”, «rīt 9.30».

Every part of what was typed has to be understood. What may mean two things, or nothing, is a `Problem`, which `say`
words with an example of what to write.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo

from words import days
from words.unclear import Problem, Unclear, say
from words.vocabulary import any_of, fold

__all__ = ["Parsed", "Problem", "day_in", "parse_day", "parse_moment", "say"]

NOON = 12
TIME = r"(\d{1,2})(?:[:.]\s?(\d{2}))?\s*([ap])?(?(%d)\.?m\b)"


@dataclass(frozen=True)
class Parsed:
    """A moment as it was typed, in the forum's zone; ``ends`` where an end was typed too."""

    starts: datetime
    ends: datetime | None


def parse_day(text: str, *, today: date) -> date | Problem:
    """The day that a text names; «līdz 8. februārim» and “by Monday” too. Never before ``today``."""
    try:
        return _only_day(fold(text), today)
    except Unclear as unclear:
        return unclear.problem(text, today, timed=False)


def day_in(text: str, *, today: date) -> date | Problem:
    """The one day that is named among other words: «līdz 15. februārim, gaidām atzinumu». Never before ``today``."""
    try:
        return _one_day(fold(text), today)
    except Unclear as unclear:
        return unclear.problem(text, today, timed=False)


def parse_moment(text: str, *, now: datetime, zone: ZoneInfo) -> Parsed | Problem:
    """The moment that a text names, with its end where it names one. Always after ``now``, which has its zone."""
    here = now.astimezone(zone)
    try:
        return _moment(fold(text), here)
    except Unclear as unclear:
        return unclear.problem(text, here.date(), timed=True)


def _only_day(text: str, today: date) -> date:
    day, rest = days.find(text, today)
    if day is None or _bare(rest, "on", "by"):
        raise Unclear("nonsense")
    return day


def _one_day(text: str, today: date) -> date:
    day, rest = days.find(text, today)
    if day is None:
        raise Unclear("no-day")
    second, _ = days.find(rest, today)
    if second is not None and second != day:
        raise Unclear("two-days", first=day, second=second)
    return day


def _moment(text: str, now: datetime) -> Parsed:
    day, rest = days.find(text, now.date())
    rest = _bare(rest, "on")
    if day and not rest:
        raise Unclear("no-time", day=day, example=day)
    found = _times().fullmatch(rest)
    if not found:
        raise Unclear("nonsense")
    start, end = _clocks(found)
    if day is None:
        raise Unclear("no-day")
    starts, ends = _at(day, start, now), _at(day, end, now) if end else None
    if starts <= now:
        raise Unclear("past")
    if ends and ends <= starts:
        raise Unclear("end-first", example=day)
    return Parsed(starts, ends)


def _bare(text: str, *fillers: str) -> str:
    """What is left without commas and the small words that may stand beside a day."""
    text = re.sub(rf"\b{any_of(*fillers)}(?![\w.])|,", " ", text)
    return " ".join(text.split()).strip(" .")


@cache
def _times() -> re.Pattern[str]:
    at = rf"(?:(?:\b{any_of('at')}\b\.?|@)\s*)?"
    start, end = TIME % 3, TIME % 6
    return re.compile(rf"(?:{any_of('from')}\s+)?{at}{start}(?:\s*(?:-|\b{any_of('to')}\b)\s*{at}{end})?")


def _clocks(found: re.Match[str]) -> tuple[time, time | None]:
    """The start and the end. “2–3pm” and “2pm–3” have their half of the day in common, “11–1pm” and “11am–1” not."""
    start, end = (found[1], found[2], found[3]), (found[4], found[5], found[6])
    if end[0] is None:
        return _clock(*start), None
    if not (start[2] or end[2]) or (start[2] and end[2]) or max(int(start[0]), int(end[0])) > NOON:
        return _clock(*start), _clock(*end)
    half = start[2] or end[2]
    begins, ends = _clock(*start[:2], half), _clock(*end[:2], half)
    if begins >= ends:
        other = "p" if half == "a" else "a"
        return (begins, _clock(*end[:2], other)) if start[2] else (_clock(*start[:2], other), ends)
    return begins, ends


def _clock(hour: str, minute: str | None, half: str | None) -> time:
    if half and not 1 <= int(hour) <= NOON:
        raise Unclear("no-such-time")
    hours = int(hour) if not half else int(hour) % NOON + (NOON if half == "p" else 0)
    try:
        return time(hours, int(minute or 0))
    except ValueError as error:
        raise Unclear("no-such-time") from error


def _at(day: date, at: time, now: datetime) -> datetime:
    """The moment of this day and time in the zone of ``now``, where an hour a year is missing and one is double."""
    moment = datetime.combine(day, at, now.tzinfo)
    if moment.astimezone(UTC).astimezone(now.tzinfo).replace(tzinfo=None) != moment.replace(tzinfo=None):
        raise Unclear("skipped-time", day=day)
    if moment.utcoffset() != moment.replace(fold=1).utcoffset():
        raise Unclear("double-time", day=day)
    return moment
