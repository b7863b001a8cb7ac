"""Limits: whatever does not come back in its time is left to itself and begun anew, so that nothing hangs for ever."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Coroutine
from typing import Any, TypeVar

import structlog

log = structlog.get_logger()

T = TypeVar("T")

# What is cut off gets so long (real seconds) to let go of what it holds.
LETTING_GO = 1.0

# How often each pump and tick of this process was left to itself, by its name.
abandoned: Counter[str] = Counter()


class Hung(Exception):
    """This did not come back in its time and was left to itself; it is begun anew."""


async def within(seconds: float, work: Coroutine[Any, Any, T], *, name: str) -> T:
    """What ``work`` answers, in so many seconds of real time at most. Raises Hung.

    Work that will not even be cut off goes on beside what is begun anew: that is safe, as every step is one that
    another process might be doing too. A caller that is cancelled cuts it off as well.
    """
    task = asyncio.create_task(work, name=name)
    try:
        await asyncio.wait([task], timeout=seconds)
    except asyncio.CancelledError:
        task.cancel()
        await asyncio.wait([task], timeout=LETTING_GO)
        raise
    if task.done():
        return task.result()
    task.cancel()
    abandoned[name] += 1
    log.error("something hung and is begun anew", action="watchdog.abandoned", name=name, seconds=seconds)
    await asyncio.wait([task], timeout=LETTING_GO)
    task.add_done_callback(_looked_at)
    raise Hung(name)


def _looked_at(task: asyncio.Task[Any]) -> None:
    """Nobody waits for it any more; the loop need not complain of what it raised."""
    if not task.cancelled():
        task.exception()
