"""What an app may use of the site in a time: told when most of it is used, refused when all is.

After Microsoft's "Avoid getting throttled or blocked in SharePoint Online": resource units, a request costs 1 or 2,
those of a batch each for itself; the RateLimit headers come from four fifths on, a refusal is 429 with Retry-After.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable

# From this share of the units on, answers say what is left.
TOLD_FROM = 0.8
# What a request costs: a plain reading, and what reads several rows or writes.
READING, MORE = 1, 2


class Allowance:
    """So many ``units`` in each window of so many (real) ``seconds``."""

    def __init__(self, units: int, seconds: float = 60.0, *, now: Callable[[], float] = time.monotonic) -> None:
        self.units, self.refused = units, 0
        self._seconds, self._now = seconds, now
        self._begun, self._used = now(), 0

    def spend(self, cost: int) -> tuple[bool, dict[str, str]]:
        """Whether a request of this cost is let through, and the headers that its answer has."""
        now = self._now()
        if now - self._begun >= self._seconds:
            self._begun, self._used = now, 0
        reset = str(max(1, math.ceil(self._begun + self._seconds - now)))
        if self._used + cost > self.units:
            self.refused += 1
            return False, {"Retry-After": reset, **self._told(0, reset)}
        self._used += cost
        told = self._used >= TOLD_FROM * self.units
        return True, self._told(self.units - self._used, reset) if told else {}

    def _told(self, left: int, reset: str) -> dict[str, str]:
        return {"RateLimit-Limit": str(self.units), "RateLimit-Remaining": str(left), "RateLimit-Reset": reset}


def cost(method: str, path: str) -> int:
    """What one request costs."""
    return READING if method == "GET" and not path.lower().endswith("/items") else MORE
