"""Running: every forum's service in one process, until it is told to end."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
from collections.abc import Mapping, Sequence

from config.settings import Settings
from forum.leases import Hand
from forum.store import migrate
from forum.store.door import Store
from forum.times import Clock, real
from service.engines.opening import open_engine
from service.pages import pages
from service.parts import outfit
from service.works import ALL_HANDS, Works

# The work that a process may do which runs one part alone, and one that does all. Its pages are served by all, or web.
HANDS: Mapping[str, frozenset[Hand]] = {
    "": ALL_HANDS,
    "worker": ALL_HANDS,
    "bot": frozenset({Hand.BOT}),
    "sync": frozenset({Hand.SYNC}),
    "web": frozenset(),
}


async def run(forums: Sequence[Settings], *, only: str = "", clock: Clock = real) -> None:
    """Serve all forums until SIGINT or SIGTERM; ends within three seconds. ``only``: a part of ``HANDS``.

    Raises the store's named errors where the database cannot be used, EngineMissing, PortTaken where the pages cannot
    be served.
    """
    url = forums[0].database.url
    migrate.check(url)
    engine = open_engine(forums[0])
    ended = _on_signal()
    with Store.open(url) as store:
        works = Works([outfit(one, store, clock) for one in forums], store, engine, hands=HANDS[only])
        async with contextlib.AsyncExitStack() as started:
            if only in ("", "web"):
                await started.enter_async_context(pages(forums[0], store, works.services))
            started.push_async_callback(works.stop)
            await works.start()
            keep()
            await ended.wait()


def keep() -> None:
    """What the program is made of stays: the collector of garbage need not go through it time and again, for each time
    everybody waits a tenth of a second."""
    gc.collect()
    gc.freeze()


def _on_signal() -> asyncio.Event:
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, ended.set)
    return ended
