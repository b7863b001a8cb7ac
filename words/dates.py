"""Dates as people say them: days, times and what is left, in every language there are texts in.

All forms are texts of `locales/<language>/dates.ftl`. "Today" and zones are always given, never looked up. Each
function raises `words.errors.UnknownText` for a language without texts: ask `Texts.language` first.
"""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Literal
from zoneinfo import ZoneInfo

from words.errors import UnknownText
from words.texts import Value, texts

Use = Literal["name", "on", "by", "for"]


def day(on: date, language: str) -> str:
    """«pirmdiena, 2021. gada 1. februāris»; “Monday, 1 February 2021”."""
    return _day("date-full", on, language)


def long_day(on: date, language: str) -> str:
    """«2021. gada 1. februāris»; “1 February 2021”: the same without the weekday."""
    return _day("date-long", on, language)


def short_day(on: date, language: str) -> str:
    """«1. februāris»; “1 February”."""
    return _day("date-short", on, language)


def at_day(on: date, language: str) -> str:
    """«1. februārī»; “1 February”: when something was or will be, as beside a text."""
    return _day("date-at", on, language)


def since_day(on: date, language: str) -> str:
    """«kopš 12. oktobra»; “since 12 October”."""
    return _day("date-since", on, language)


def by_day(on: date, language: str) -> str:
    """«līdz 1. februārim»; “by 1 February”."""
    return _day("date-by", on, language)


def until_day(on: date, language: str) -> str:
    """«līdz 5. janvārim»; “until 5 January”: how long something lasts, that day included."""
    return _day("date-until", on, language)


def by_weekday(on: date, language: str) -> str:
    """«līdz pirmdienai, 8. februārim»; “by Monday, 8 February”."""
    return _day("date-by-weekday", on, language)


def by_full_day(on: date, language: str) -> str:
    """«līdz 2021. gada 1. februārim»; “by 1 February 2021”."""
    return _day("date-by-full", on, language)


def on_day(on: date, language: str) -> str:
    """«pirmdien, 1. februārī»; “on Monday, 1 February”."""
    return _day("date-on", on, language)


def on_full_day(on: date, language: str) -> str:
    """«pirmdien, 2021. gada 1. februārī»; “on Monday, 1 February 2021”."""
    return _day("date-on-full", on, language)


def weekday(on: date, language: str, *, use: Use = "name") -> str:
    """The weekday alone: «pirmdiena», on «pirmdien», by (līdz) «pirmdienai», for (uz) «pirmdienu»."""
    return _day("date-weekday" if use == "name" else f"date-weekday-{use}", on, language)


def clock(at: time, language: str) -> str:
    """«9.05»; “09:05”."""
    return _say("date-clock", language, hour=at.hour, minute=at.minute)


def clocks(start: time, end: time, language: str) -> str:
    """«10.00–11.30»; “10:00–11:30”."""
    return _say("date-clocks", language, **{"from": clock(start, language), "to": clock(end, language)})


def moment(at: datetime, zone: ZoneInfo, language: str) -> str:
    """«18. janvārī plkst. 10.42»; “18 January at 10:42”, in this zone.

    :raises ValueError: the moment has no zone of its own.
    """
    here = _local(at, zone)
    return _day("date-moment", here.date(), language, hour=here.hour, minute=here.minute)


def full_moment(at: datetime, zone: ZoneInfo, language: str) -> str:
    """«2021. gada 18. janvārī plkst. 10.42»; “18 January 2021 at 10:42”, in this zone.

    :raises ValueError: the moment has no zone of its own.
    """
    here = _local(at, zone)
    return _day("date-moment-full", here.date(), language, hour=here.hour, minute=here.minute)


def meeting(start: datetime, end: datetime, zone: ZoneInfo, *, language: str) -> str:
    """«piektdien, 2021. gada 19. februārī, plkst. 10.00–11.30»; “Friday, 19 February 2021, 10:00–11:30”.

    One that ends on another day is said as two moments. :raises ValueError: a moment has no zone of its own.
    """
    begins, ends = _local(start, zone), _local(end, zone)
    if begins.date() != ends.date():
        both = {"from": moment(start, zone, language), "to": moment(end, zone, language)}
        return _say("date-meeting-over-days", language, **both)
    times = {"from": clock(begins.time(), language), "to": clock(ends.time(), language)}
    return _day("date-meeting", begins.date(), language, **times)


def meeting_begins(start: datetime, zone: ZoneInfo, language: str) -> str:
    """«piektdien, 2021. gada 19. februārī, plkst. 10.00»; “Friday, 19 February 2021, 10:00”: of which no end is known.

    :raises ValueError: the moment has no zone of its own.
    """
    begins = _local(start, zone)
    return _day("date-meeting-begins", begins.date(), language, at=clock(begins.time(), language))


def years(first: int, last: int, language: str) -> str:
    """«2020.–2021. gads»; “2020–2021”; one year is said once."""
    if first == last:
        return _say("date-year", language, year=str(first))
    return _say("date-years", language, first=str(first), last=str(last))


def left(days: int, language: str) -> str:
    """«atlikusi 1 diena», «atlikušas 14 dienas», «termiņš ir šodien»; below zero «nokavēta 1 diena»."""
    return _say("date-overdue", language, days=-days) if days < 0 else _say("date-left", language, days=days)


def working_days(days: int, language: str) -> str:
    """«1 darba diena», «10 darba dienas»; “10 working days”."""
    return _say("date-working-days", language, days=days)


def _local(at: datetime, zone: ZoneInfo) -> datetime:
    if at.tzinfo is None:
        raise ValueError("a moment without a zone has no local time")
    return at.astimezone(zone)


def _day(message_id: str, on: date, language: str, **more: Value) -> str:
    # A year is a text: as a number, English would write 2,021.
    parts: dict[str, Value] = {"weekday": on.isoweekday(), "date": on.day, "month": on.month, "year": str(on.year)}
    return _say(message_id, language, **parts, **more)


def _say(message_id: str, language: str, /, **values: Value) -> str:
    spoken = texts()
    if language not in spoken.languages:
        raise UnknownText(message_id, language, "there are no texts in this language")
    return spoken.label(language, message_id, **values)
