"""The schedule: a short table of ticks; each asks the forum's memory what is due and remembers nothing itself."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from service.limits import Hung, within

# What runs how often, in real seconds. A tick that finds nothing due costs one query.
TICKS: Mapping[str, float] = {
    "pull": 60,  # read what changed on the workspace
    "subscribe": 600,  # keep its lists subscribed to
    "decide": 30,  # open the rounds' obligations, decide the nudges: where a fact was touched or a day has come
    "review": 21_600,  # have all decided on anew: after a change of the settings, and in case a touch was missed
    "backup": 900,  # keep a copy of the memory, where the newest is a day old
    "links": 900,  # look at a few of the links given as evidence
    "search": 30,  # look through finished reports for words that were erased
    "watch": 60,  # tell coordinators what has stopped working
    "sweep": 5,  # wake whoever sleeps although something is due: makes lost wakes harmless
}

# A tick that does not come back within so many real seconds is left to itself and begun anew at its next turn. A site
# is read in many calls, each with a limit of its own, a big forum decides in many units, and a backup may be big.
LIMITS: Mapping[str, float] = {"pull": 900, "decide": 300, "backup": 900, "search": 900}
LIMIT = 120.0

# However slow a tick's pace is, its first turn is within so many seconds of the start.
AT_MOST = 10.0

Tick = Callable[[], Coroutine[Any, Any, None]]


def scheduler(
    ticks: Mapping[str, Tick],
    *,
    seconds: Mapping[str, float] = TICKS,
    limits: Mapping[str, float] = LIMITS,
    spread: float = 0.0,
) -> AsyncIOScheduler:
    """A scheduler with these ticks, each at once and then at its pace, that of ``TICKS`` where ``seconds`` does not say
    one; nothing piles up, nothing is dropped for being late, and one that hangs does not hold up its next turn.
    ``spread``: this part (0 to 1) of its pace later, of ``AT_MOST`` where that is less, so that many forums do not all
    tick in the same moment."""
    made: Any = AsyncIOScheduler(timezone=UTC)
    for name, tick in ticks.items():
        pace = {**TICKS, **seconds}[name]
        made.add_job(
            partial(_limited, name, tick, limits.get(name, LIMIT)),
            "interval",
            seconds=pace,
            id=name,
            name=name,
            next_run_time=datetime.now(UTC) + timedelta(seconds=min(pace, AT_MOST) * spread),
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )
    return made


async def _limited(name: str, tick: Tick, seconds: float) -> None:
    # What hung was told of; and only a scheduler that is shut down cancels, which would call that an error.
    with suppress(Hung, asyncio.CancelledError):
        await within(seconds, tick(), name=name)


def soon(ticking: Any) -> None:
    """Let every tick of this scheduler run now, then at its pace: there is something new for them."""
    for job in ticking.get_jobs():
        job.modify(next_run_time=datetime.now(UTC))
