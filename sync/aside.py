"""Waiting for the network aside: a blocking call on its own thread, which never holds up the end of the process."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import suppress
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
S = TypeVar("S")


async def aside(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What ``work`` answers or raises. A caller that is cancelled leaves the call to end by itself: the threads of
    an executor would be waited for at the end, for as long as a silent site's time limit."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[T] = loop.create_future()

    def tell(settle: Callable[[S], None], what: S) -> None:
        if not answer.done():
            settle(what)

    def run() -> None:
        with suppress(RuntimeError):  # of the loop, where it ended meanwhile: nobody waits
            try:
                result = work(*args, **kwargs)
            except BaseException as error:
                loop.call_soon_threadsafe(tell, answer.set_exception, error)
            else:
                loop.call_soon_threadsafe(tell, answer.set_result, result)

    threading.Thread(target=run, name="workspace", daemon=True).start()
    return await answer


async def ahead(several: Iterator[T]) -> AsyncGenerator[T]:
    """Each in its turn, while the next one is waited for already. Close it (``aclosing``): what was asked for ahead and
    is wanted no more is left to end by itself."""
    coming = asyncio.ensure_future(aside(next, several, None))
    try:
        while (one := await coming) is not None:
            coming = asyncio.ensure_future(aside(next, several, None))
            yield one
    finally:
        coming.add_done_callback(_unheard)
        coming.cancel()


def _unheard(answer: asyncio.Future[T]) -> None:
    """Look at a trouble that nobody waits for, so that the loop does not complain of it."""
    if not answer.cancelled():
        answer.exception()
