"""Lanes: the threads in which units of work are done, each lane from one queue."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

from forum.store.errors import StoreClosed
from forum.store.order import Batch, Order, Rank
from forum.store.units import Moving, Unit
from forum.store.watchdog import Watchdog

Work = Callable[[Batch], None]


class Lane:
    """``threads`` threads that take waiting units, one at a time, and hand each to ``work``, which may have more of
    them join it."""

    def __init__(self, name: str, work: Work, *, watchdog: Watchdog, threads: int) -> None:
        self._work, self._watchdog = work, watchdog
        self._order, self._moving = Order(), Moving()
        self._closing = threading.Lock()
        self._closed = False
        self._threads = [
            threading.Thread(target=self._run, name=f"store-{name}-{n}", daemon=True) for n in range(threads)
        ]
        for thread in self._threads:
            thread.start()

    def submit(self, unit: Unit[Any], *, rank: Rank = Rank.USUAL) -> None:
        """Have it done after those of this rank that wait already."""
        with self._closing:
            if self._closed:
                raise StoreClosed
            unit.queue(self._moving)
            self._watchdog.watch(unit)
            self._order.put(unit, rank)

    def end(self) -> None:
        """Take nothing more."""
        with self._closing:
            self._closed = True
            self._order.end()

    def wait(self, patience: float) -> None:
        """After ``end``: wait until all that was queued and running is finished, at most ``patience`` seconds."""
        until = time.monotonic() + patience
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))

    def _run(self) -> None:
        while batch := self._order.take():
            try:
                self._work(batch)
            except BaseException as error:  # a thread of the door never dies with callers still waiting
                for unit in batch.units:
                    unit.fail(error)
            finally:
                batch.close()
                for unit in batch.units:
                    self._watchdog.forget(unit)
