"""The sandbox's clock: forum time that can be turned forward, so that a round passes in a minute."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta


class Clock:
    """Forum time. Frozen unless ``flowing``; never goes back unless set so on purpose.

    ``now()`` answers an aware datetime in UTC; safe to call from any thread.
    """

    def __init__(self, start: datetime, *, flowing: bool = False) -> None:
        if start.tzinfo is None:
            raise ValueError("the clock needs a start with a time zone")
        self._lock = threading.Lock()
        self._flowing = flowing
        self._base = start.astimezone(UTC)
        self._since = time.monotonic()

    def now(self) -> datetime:
        with self._lock:
            return self._now()

    def set(self, at: datetime) -> None:
        if at.tzinfo is None:
            raise ValueError("the clock is set to a moment with a time zone")
        with self._lock:
            self._base, self._since = at.astimezone(UTC), time.monotonic()

    def advance(self, step: timedelta) -> None:
        with self._lock:
            self._base, self._since = self._now() + step, time.monotonic()

    def _now(self) -> datetime:
        if not self._flowing:
            return self._base
        return self._base + timedelta(seconds=time.monotonic() - self._since)
