"""The two times: forum time, which a demo may turn, and real time, in which the wires live."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from forum.policies import Policy

# Answers an aware moment of forum time; injected, so that a demo may turn it.
Clock = Callable[[], datetime]


@dataclass(frozen=True)
class At:
    """One moment in both times, and the forum's local date of it."""

    now: datetime
    real: datetime
    day: date


def real() -> datetime:
    """Real time: leases, pauses and pacing live by it."""
    return datetime.now(UTC)


def at(clock: Clock, policy: Policy) -> At:
    """This moment."""
    now = clock()
    return At(now=now, real=real(), day=policy.day(now))
