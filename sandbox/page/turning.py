"""Turning the clock: how far a step goes, and the mornings at which it stops on the way."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Riga")
MORNING = time(9)
FURTHEST = timedelta(days=400)
STEPS = ("hour", "day", "week", "morning", "message")
# A step to the next message gives up after so long a silence.
SILENCE = timedelta(days=62)


def local(moment: datetime) -> datetime:
    """A moment as the clock on the forum's wall shows it."""
    return moment.astimezone(ZONE)


def step_from(now: datetime, step: str) -> datetime:
    """Where a step of ``STEPS`` leads: ``morning`` is the next 9.00, days and weeks keep the hour on the wall, and
    ``message`` ends at the latest here."""
    here = local(now)
    if step == "message":
        return now + SILENCE
    if step == "hour":
        return now + timedelta(hours=1)
    if step == "morning":
        first = datetime.combine(here.date(), MORNING, ZONE)
        return (first if first > here else first + timedelta(days=1)).astimezone(UTC)
    return (here + timedelta(days={"day": 1, "week": 7}[step])).astimezone(UTC)


def stops(now: datetime, until: datetime) -> list[datetime]:
    """The moments at which the clock halts between ``now`` and ``until``: every 9.00, and the end itself.

    So no day is jumped over: what is due in the morning goes out on that morning.
    """
    found = []
    at = step_from(now, "morning")
    while at < until:
        found.append(at)
        at = step_from(at, "morning")
    return [*found, until]
