"""Running: every forum's service in one process, until it is told to end."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Sequence

from config.settings import Settings
from forum.store import migrate
from forum.store.door import Store
from forum.times import Clock, real
from service.engines.embedded import Embedded
from service.pages import pages
from service.parts import outfit
from service.works import Works


async def run(forums: Sequence[Settings], *, clock: Clock = real) -> None:
    """Serve all forums until SIGINT or SIGTERM; ends within three seconds.

    Raises the store's named errors where the database cannot be used, PortTaken where the pages cannot be served.
    """
    url = forums[0].database.url
    migrate.check(url)
    ended = _on_signal()
    with Store.open(url) as store:
        works = Works([outfit(one, store, clock) for one in forums], store, Embedded())
        async with contextlib.AsyncExitStack() as started:
            await started.enter_async_context(pages(forums[0], store, works.services))
            started.push_async_callback(works.stop)
            await works.start()
            await ended.wait()


def _on_signal() -> asyncio.Event:
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, ended.set)
    return ended
