"""Lanes: the threads in which units of work are done, each lane from one queue."""

from __future__ import annotations

import itertools
import queue
import threading
import time
from collections.abc import Callable
from typing import Any

from forum.store.errors import StoreClosed
from forum.store.units import Moving, Unit
from forum.store.watchdog import Watchdog

Units = list[Unit[Any]]
# What is taken first: what has happened outside already, then all else, and at last the end.
FIRST, USUAL, LAST = range(3)


class Lane:
    """``threads`` threads that take up to ``at_once`` waiting units together and hand them to ``work``."""

    def __init__(
        self, name: str, work: Callable[[Units], None], *, watchdog: Watchdog, threads: int, at_once: int = 1
    ) -> None:
        self._work, self._watchdog, self._at_once = work, watchdog, at_once
        self._queue: queue.PriorityQueue[tuple[int, int, Unit[Any] | None]] = queue.PriorityQueue()
        self._count, self._moving = itertools.count(), Moving()
        self._closing = threading.Lock()
        self._closed = False
        self._threads = [
            threading.Thread(target=self._run, name=f"store-{name}-{n}", daemon=True) for n in range(threads)
        ]
        for thread in self._threads:
            thread.start()

    def submit(self, unit: Unit[Any], *, first: bool = False) -> None:
        """Have it done after those that wait already; ``first``: before all that are not."""
        unit.lane = self._moving
        with self._closing:
            if self._closed:
                raise StoreClosed
            self._watchdog.watch(unit)
            self._put(FIRST if first else USUAL, unit)

    def end(self) -> None:
        """Take nothing more."""
        with self._closing:
            self._closed = True
            for _ in self._threads:
                self._put(LAST, None)

    def wait(self, patience: float) -> None:
        """After ``end``: wait until all that was queued and running is finished, at most ``patience`` seconds."""
        until = time.monotonic() + patience
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))

    def _run(self) -> None:
        while units := self._gather():
            try:
                self._work([unit for unit in units if not unit.given_up()])
            except BaseException as error:  # a thread of the door never dies with callers still waiting
                for unit in units:
                    unit.fail(error)
            finally:
                for unit in units:
                    self._watchdog.forget(unit)

    def _gather(self) -> Units:
        """Wait for a unit, then take those that wait already; an empty list is the end."""
        _, _, first = self._queue.get()
        units = [] if first is None else [first]
        while units and len(units) < self._at_once and not self._queue.empty():
            _, _, unit = self._queue.get()
            if unit is None:
                self._put(LAST, None)
                break
            units.append(unit)
        return units

    def _put(self, rank: int, unit: Unit[Any] | None) -> None:
        self._queue.put((rank, next(self._count), unit))
