"""Days as people type them, in any language there are texts in: dates, weekdays, «rīt», «pēc nedēļas».

Nothing is guessed: what may be two days, or none, is unclear. A date without a year is the next such date. A bare
weekday is the next one after today; «nākamotrdien» is the Tuesday of the next week, Monday to Sunday, because whoever
means this week's says «otrdien»: the coordinator sees it read back with its date (docs/decisions/0027).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from words.unclear import Unclear
from words.vocabulary import any_of, months, one_of, weekdays

Read = Callable[[re.Match[str], date], date]
CENTURY = 2000


def find(text: str, today: date) -> tuple[date | None, str]:
    """The day in a folded text, and the rest of the text; None where it has none.

    :raises Unclear: no such day, passed, two different days, or a date that may be two.
    """
    dated, rest = _first(_dates(), text, today)
    soon, rest = _first(_soon(), rest, today)
    weekday, rest = _first(_weekdays(), rest, today)
    day = dated or soon
    if dated and soon and dated != soon:
        raise Unclear("two-days", first=dated, second=soon)
    if day and weekday and day.isoweekday() != weekday.isoweekday():
        raise Unclear("wrong-weekday", day=day, example=day)
    if day or weekday:
        return day or weekday, rest
    # A date without its last dot looks like a time: only where nothing else is a day.
    return _first([(re.compile(r"(?<![\d.:])(\d{1,2})\.(0?[1-9]|1[0-2])$"), _numbers)], text, today)


def _first(ways: list[tuple[re.Pattern[str], Read]], text: str, today: date) -> tuple[date | None, str]:
    for pattern, read in ways:
        if found := pattern.search(text):
            return read(found, today), f"{text[: found.start()]} {text[found.end() :]}".strip()
    return None, text


@cache
def _dates() -> list[tuple[re.Pattern[str], Read]]:
    month, year, of = one_of(months()), any_of("year"), any_of("on")
    ordinal, year_after = r"(?:\.|st|nd|rd|th)?", rf"(\d{{4}})(?![\d:])\.?(?:\s*{year}\b\.?)?"
    ways: list[tuple[str, Read]] = [
        (r"(?<!\d)(\d{4})[-.](\d{1,2})[-.](\d{1,2})(?:t(?=\d)|(?!\d)\.?)", _year_first),
        (rf"(?:(\d{{4}})\.?\s*{year}\.?\s+)?(?<!\d)(\d{{1,2}}){ordinal}\s*(?:{of}\s+)?({month})\b\.?"
         rf"(?:,?\s*{year_after})?", _day_and_month),
        (rf"\b({month})\b\.?\s*(\d{{1,2}}){ordinal}(?![\d:])(?:,?\s*{year_after})?", _month_and_day),
        (r"(?<![\d/])(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?(?!\d)", _slashed),
        (rf"(?<![\d.:])(\d{{1,2}})\.\s?(?!00)(\d{{1,2}})(?:\.\s?{year_after}|\.(\d{{2}})(?![\d.:])\.?|\.(?!\d))",
         _numbers),
        (rf"(?<![\d.:])(\d{{1,2}})\.(0?[1-9]|1[0-2])(?=\s+(?:{any_of('at')}\.?\s*)?\d)", _numbers),
    ]  # fmt: skip
    return [(re.compile(pattern), read) for pattern, read in ways]


@cache
def _soon() -> list[tuple[re.Pattern[str], Read]]:
    ahead = rf"\b{any_of('in')}\s+(?:(\d{{1,3}})\s+)?"
    ways: list[tuple[str, Read]] = [
        (rf"\b{any_of('after-tomorrow')}\b", _ahead(2)),
        (rf"\b{any_of('tomorrow')}\b", _ahead(1)),
        (rf"\b{any_of('today')}\b", _ahead(0)),
        (rf"{ahead}{any_of('day')}\b", _ahead(1)),
        (rf"{ahead}{any_of('week')}\b", _ahead(7)),
    ]
    return [(re.compile(pattern), read) for pattern, read in ways]


@cache
def _weekdays() -> list[tuple[re.Pattern[str], Read]]:
    weekday, week = one_of(weekdays()), any_of("next-week")
    ways: list[tuple[str, Read]] = [
        (rf"\b{week}\s+(?P<weekday>{weekday})\b\.?", _next_weeks),
        (rf"\b(?P<weekday>{weekday})\s+{week}\b", _next_weeks),
        (rf"\b{any_of('next')}\s*(?P<weekday>{weekday})\b\.?", _next_weeks),
        (rf"\b{any_of('this')}\s*(?P<weekday>{weekday})\b\.?", _this_weeks),
        (rf"\b(?P<weekday>{weekday})\b\.?", _coming),
    ]
    return [(re.compile(pattern), read) for pattern, read in ways]


def _year_first(found: re.Match[str], today: date) -> date:
    return _day(found[3], int(found[2]), today, year=found[1])


def _day_and_month(found: re.Match[str], today: date) -> date:
    return _day(found[2], months()[found[3]], today, year=found[1] or found[4])


def _month_and_day(found: re.Match[str], today: date) -> date:
    return _day(found[2], months()[found[1]], today, year=found[3])


def _numbers(found: re.Match[str], today: date) -> date:
    return _day(found[1], int(found[2]), today, year=next(filter(None, found.groups()[2:]), None))


def _slashed(found: re.Match[str], today: date) -> date:
    first, second = int(found[1]), int(found[2])
    if first == second or max(first, second) > 12:
        return _day(str(max(first, second)), min(first, second), today, year=found[3])
    raise Unclear(
        "either-day",
        first=_known(found[1], second, today, year=found[3]),
        second=_known(found[2], first, today, year=found[3]),
    )


def _day(day: str, month: int, today: date, *, year: str | None) -> date:
    known = _known(day, month, today, year=year)
    if known < today:
        raise Unclear("past-day", day=known)
    return known


def _known(day: str, month: int, today: date, *, year: str | None) -> date:
    if year is None:
        found = [one for nth in (0, 1) if (one := _dated(today.year + nth, month, int(day))) and one >= today]
    else:
        found = [one for one in [_dated(int(year) + (CENTURY if len(year) == 2 else 0), month, int(day))] if one]
    if not found:
        raise Unclear("no-such-day")
    return found[0]


def _dated(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _ahead(days: int) -> Read:
    return lambda found, today: today + timedelta(days=days * int(found[1] if found.re.groups and found[1] else 1))


def _coming(found: re.Match[str], today: date) -> date:
    return today + timedelta(days=(weekdays()[found["weekday"]] - today.isoweekday() - 1) % 7 + 1)


def _this_weeks(found: re.Match[str], today: date) -> date:
    day = today + timedelta(days=weekdays()[found["weekday"]] - today.isoweekday())
    if day < today:
        raise Unclear("past-day", day=day)
    return day


def _next_weeks(found: re.Match[str], today: date) -> date:
    return today + timedelta(days=7 + weekdays()[found["weekday"]] - today.isoweekday())
