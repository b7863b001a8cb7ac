"""The watchdog: sees to it that nobody waits for the forum's memory beyond the time limit."""

from __future__ import annotations

import threading
import time
from typing import Any

from forum.store.units import Unit

# A stop may come between two statements and be lost, so it is said again until the thread is free.
AGAIN_SECONDS = 0.05


class Watchdog:
    """A thread that gives up each watched unit at its deadline; ``limit`` is every unit's time in seconds.

    It looks at least once per limit, so a unit asked for after a look is always seen before its deadline,
    and nothing needs to wake it.
    """

    def __init__(self, limit: float) -> None:
        self._limit = limit
        self._units: set[Unit[Any]] = set()
        self._lock = threading.Lock()
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._run, name="store-watchdog", daemon=True)
        self._thread.start()

    def watch(self, unit: Unit[Any]) -> None:
        with self._lock:
            self._units.add(unit)

    def forget(self, unit: Unit[Any]) -> None:
        with self._lock:
            self._units.discard(unit)

    def close(self) -> None:
        self._end.set()
        self._thread.join()

    def _run(self) -> None:
        pause = self._limit
        while not self._end.wait(pause):
            pause = self._look()

    def _look(self) -> float:
        """Give up what is overdue; answer the seconds until the next look."""
        now = time.monotonic()
        with self._lock:
            units = list(self._units)
        for unit in units:
            if unit.deadline <= now:
                unit.give_up()
        return min([self._limit, *(max(unit.deadline - now, AGAIN_SECONDS) for unit in units)])
