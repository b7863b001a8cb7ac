"""Pumps: each keeps one kind of waiting work moving; it sleeps until it is woken and survives what goes wrong."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import structlog

from forum.leases import LeaseLost
from forum.store.queueing import Queueing
from service.limits import Hung, within

log = structlog.get_logger()

# After trouble (the database is away, say) a pump tries again by itself after this many real seconds.
TROUBLE_PAUSE = 1.0
# No step takes so long (real seconds): each wait in it has a limit of its own, and a step is a few of them.
STEP_SECONDS = 120.0


class Pump:
    """Runs ``step`` until it answers 0, whenever woken; ``after`` is called when a step did something. A step that
    does not come back within ``seconds`` is left to itself and begun anew."""

    def __init__(
        self,
        name: str,
        step: Callable[[], Coroutine[Any, Any, int]],
        *,
        after: Callable[[], None] = lambda: None,
        seconds: float = STEP_SECONDS,
    ) -> None:
        self.name = name
        self._seconds = seconds
        self._step = step
        self._after = after
        self._woken = asyncio.Event()
        self._turn = asyncio.Lock()
        self._queueing = Queueing()  # a step may leave something under way, for which the next one waits
        self._stopping = False
        self.done = 0  # how much, since it began

    def wake(self) -> None:
        """There may be work."""
        self._woken.set()

    def stop(self) -> None:
        """End after the step under way."""
        self._stopping = True
        self._woken.set()

    async def drain(self) -> None:
        """Do all that is due now. One drain at a time, so that order is kept."""
        async with self._turn:
            while not self._stopping and (done := await self._once()):
                self.done += done
                self._after()

    async def _once(self) -> int:
        return await within(self._seconds, self._step(), name=self.name, queueing=self._queueing)

    async def run(self) -> None:
        """Drain whenever woken, until stopped."""
        while not self._stopping:
            await self._woken.wait()
            self._woken.clear()
            try:
                await self.drain()
            except LeaseLost:
                log.info("another process goes on with this", action="pump.left", pump=self.name)
            except Exception as trouble:
                if not isinstance(trouble, Hung):  # which was told of
                    log.exception("a pump stumbled", action="pump.stumbled", pump=self.name)
                await asyncio.sleep(TROUBLE_PAUSE)
                self._woken.set()
