"""Queueing: how long some work has only waited its turn at the forum's memory, which is no hanging of its own."""

from __future__ import annotations

import threading
import time
from contextvars import ContextVar


class Queueing:
    """Counts the real seconds in which something that this work asked of the memory had not begun. Told from any
    thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting = 0
        self._since = self._before = 0.0

    def join(self) -> None:
        """One thing more waits."""
        with self._lock:
            if not self._waiting:
                self._since = time.monotonic()
            self._waiting += 1

    def leave(self) -> None:
        """One has begun, or was given up."""
        with self._lock:
            self._waiting -= 1
            if not self._waiting:
                self._before += time.monotonic() - self._since

    @property
    def seconds(self) -> float:
        """All together, up to now."""
        with self._lock:
            return self._before + (time.monotonic() - self._since if self._waiting else 0.0)


# Whose waiting it is, whatever this work begins beside itself included.
MINE: ContextVar[Queueing | None] = ContextVar("queueing", default=None)
