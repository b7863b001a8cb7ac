"""Limits: whatever does not come back in its time is left to itself and begun anew, so that nothing hangs for ever."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Coroutine
from contextvars import copy_context
from typing import Any, TypeVar

import structlog

from forum.store.queueing import MINE, Queueing

log = structlog.get_logger()

T = TypeVar("T")

# What is cut off gets so long (real seconds) to let go of what it holds.
LETTING_GO = 1.0

# What waits its turn at the memory is looked at again after so long at the least (real seconds).
LEAST = 0.5

# How often each pump and tick of this process was left to itself, by its name.
abandoned: Counter[str] = Counter()


class Hung(Exception):
    """This did not come back in its time and was left to itself; it is begun anew."""


async def within(seconds: float, work: Coroutine[Any, Any, T], *, name: str, queueing: Queueing | None = None) -> T:
    """What ``work`` answers, in so many seconds of real time at most. Raises Hung.

    While something that it asked of the memory waits its turn there, no time counts: others are at it, and who holds
    them all up is found out by the memory itself. ``queueing``: where whatever work began before, and goes on beside
    this, counts its waiting.

    Work that will not even be cut off goes on beside what is begun anew: that is safe, as every step is one that
    another process might be doing too. A caller that is cancelled cuts it off as well.
    """
    waiting = queueing or Queueing()
    context = copy_context()
    context.run(MINE.set, waiting)
    task = asyncio.create_task(work, name=name, context=context)
    try:
        await _ended(task, seconds, waiting)
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


async def _ended(task: asyncio.Task[Any], seconds: float, waiting: Queueing) -> None:
    """Until it has ended, or has had so many seconds in which it did not wait its turn."""
    ends = time.monotonic() - waiting.seconds + seconds
    while not task.done() and (left := ends - (time.monotonic() - waiting.seconds)) > 0:
        await asyncio.wait([task], timeout=max(left, min(seconds, LEAST)))


def _looked_at(task: asyncio.Task[Any]) -> None:
    """Nobody waits for it any more; the loop need not complain of what it raised."""
    if not task.cancelled():
        task.exception()
