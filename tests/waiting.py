"""Waiting for what happens elsewhere: on a thread, in another process, beyond the wire."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

# So long (seconds) a slow machine may take for anything; what comes to pass costs only the time that it takes.
PATIENCE = 60.0
BETWEEN = 0.02


def happens(true: Callable[[], object], *, seconds: float, every: float = BETWEEN) -> bool:
    """Whether it comes to pass within so long; looked at again ``every`` so many seconds."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(every)
    return True


def until(true: Callable[[], object], *, seconds: float = PATIENCE, every: float = BETWEEN, what: str = "") -> None:
    """Wait until this is so; fails where it does not come to be in time, with ``what`` or the place that waited."""
    __tracebackhide__ = True
    assert happens(true, seconds=seconds, every=every), what or "it did not come to pass in time"


async def soon(true: Callable[[], object], *, seconds: float = PATIENCE) -> None:
    """Wait until this is so, and let others of the same loop go on. Raises TimeoutError."""
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110 – what is waited for may happen on another thread
            await asyncio.sleep(BETWEEN)
