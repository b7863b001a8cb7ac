"""The bell: rung when the workspace has changed, it has it read at once, and no more often than is polite."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog

log = structlog.get_logger()

# What the engine calls it.
BELL = "bell"
# One change is told list by list, and our own writes are told too: so long (real seconds) the bell gathers what rings
# together, and so long it is deaf after a reading, with what it heard meanwhile kept.
GATHER, REST = 0.5, 5.0


class Bell:
    """Has ``read`` run whenever rung, once for what rings together."""

    def __init__(self, read: Callable[[], Awaitable[None]], *, gather: float = GATHER, rest: float = REST) -> None:
        self._read, self._gather, self._rest = read, gather, rest
        self._rung = asyncio.Event()

    def ring(self) -> None:
        """The workspace has changed."""
        self._rung.set()

    async def run(self) -> None:
        """Listen until cancelled; no trouble ends this, as the schedule reads all the same."""
        while True:
            await self._rung.wait()
            await asyncio.sleep(self._gather)
            self._rung.clear()
            try:
                await self._read()
            except Exception:
                log.exception("what the bell was rung for was not read", action="bell.stumbled")
            await asyncio.sleep(self._rest)
