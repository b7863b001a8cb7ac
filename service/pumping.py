"""Pumping: the pumps of one hand, heard by the engine while this process does that hand's work."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Coroutine, Sequence
from typing import Any

from service.engines.engine import Engine
from service.pumps import Pump

# Ctrl-C ends the service within three seconds: what is under way gets this long to finish.
GRACE = 2.0


class Pumping:
    """Runs pumps from ``begin`` to ``end``, as often as this process takes the work up."""

    def __init__(self, engine: Engine, forum: str) -> None:
        self._engine, self._forum = engine, forum
        self._pumps: list[Pump] = []
        self._tasks: list[asyncio.Task[None]] = []

    def begin(self, pumps: Sequence[Pump]) -> None:
        """Run these, and look at once for what waits."""
        for pump in pumps:
            self._pumps.append(pump)
            self._engine.hear(self._forum, pump.name, pump.wake)
            self._tasks.append(asyncio.create_task(pump.run(), name=pump.name))
            pump.wake()

    def wake(self, *, but: Collection[str] = ()) -> None:
        """There may be work for any of them, ``but`` for those of these names."""
        for pump in self._pumps:
            if pump.name not in but:
                pump.wake()

    async def drain(self) -> None:
        """Do all that is due now."""
        for pump in list(self._pumps):
            await pump.drain()

    @property
    def done(self) -> int:
        """How much the pumps have done by now, whoever asked them to."""
        return sum(pump.done for pump in self._pumps)

    async def end(self, *also: Coroutine[Any, Any, None]) -> None:
        """End after the steps under way, and give these others the same time to end; what takes longer is cut off."""
        for pump in self._pumps:
            self._engine.forget(self._forum, pump.name)
            pump.stop()
        tasks = [*self._tasks, *(asyncio.create_task(one) for one in also)]
        self._pumps, self._tasks = [], []
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=GRACE)
            for task in late:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


async def settled(pumpings: Sequence[Pumping]) -> None:
    """Once nothing is left to do for any of these: what a pump that woke by itself did meanwhile has made work for
    others, too."""
    before = -1
    while before != (before := sum(one.done for one in pumpings)):
        for one in pumpings:
            await one.drain()
