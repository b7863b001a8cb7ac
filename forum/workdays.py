"""Working days and hours: when the forum counts a day, and when it may write to people unasked."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

# No calendar has a longer run of days off; past it, a calendar is broken and an endless search must not follow.
LONGEST_PAUSE = timedelta(days=120)


@dataclass(frozen=True)
class Workdays:
    """A country's working days (moved ones and holidays known to ``is_working``) in local dates."""

    is_working: Callable[[date], bool]

    def shift(self, day: date, count: int) -> date:
        """The working day ``count`` working days after ``day`` (before it where negative); 0: the day itself."""
        step = timedelta(days=1 if count > 0 else -1)
        for _ in range(abs(count)):
            day = self._from(day + step, step)
        return day

    def first_from(self, day: date) -> date:
        """This day where it is a working day, else the next one."""
        return self._from(day, timedelta(days=1))

    def last_to(self, day: date) -> date:
        """This day where it is a working day, else the one before."""
        return self._from(day, timedelta(days=-1))

    def on(self, weekdays: Collection[int]) -> Workdays:
        """Those of them that are one of these weekdays (0 is Monday)."""
        return Workdays(lambda day: self.is_working(day) and day.weekday() in weekdays)

    def between(self, start: date, end: date) -> int:
        """How many working days lie after ``start``, up to and with ``end``; 0 where end is not later."""
        days = (end - start).days
        return sum(self.is_working(start + timedelta(days=n)) for n in range(1, days + 1))

    def _from(self, day: date, step: timedelta) -> date:
        begun = day
        while not self.is_working(day):
            day += step
            if abs(day - begun) > LONGEST_PAUSE:
                raise ValueError(f"no working day within {LONGEST_PAUSE.days} days of {begun}")
        return day


@dataclass(frozen=True)
class Hours:
    """The hours of a working day, local time, in which unasked messages may go out."""

    opens: time
    closes: time
    zone: ZoneInfo

    def local(self, at: datetime) -> datetime:
        return at.astimezone(self.zone)

    def open_at(self, at: datetime, workdays: Workdays) -> bool:
        """Whether an unasked message may go out at this moment."""
        here = self.local(at)
        return workdays.is_working(here.date()) and self.opens <= here.time() < self.closes

    def next_open(self, at: datetime, workdays: Workdays) -> datetime:
        """This moment where it is within the hours, else the opening of the next working day (aware)."""
        if self.open_at(at, workdays):
            return at
        here = self.local(at)
        day = here.date() if here.time() < self.opens else here.date() + timedelta(days=1)
        return datetime.combine(workdays.first_from(day), self.opens, self.zone)
