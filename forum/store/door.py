"""The one door to the forum's memory: whatever is kept together goes through here together, or not at all."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from copy import copy
from types import TracebackType
from typing import Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import text
from sqlalchemy.orm import Session

from forum.store.commits import Alone, Shared
from forum.store.engines import Engines, open_engines
from forum.store.errors import WriteRefused
from forum.store.lanes import Lane
from forum.store.order import Rank
from forum.store.units import Unit
from forum.store.watchdog import Watchdog

P = ParamSpec("P")
T = TypeVar("T")

UNIT_SECONDS = 9.0


class Store:
    """The memory at one database address. Open it with ``Store.open``; use it as a context manager.

    A *verb* takes an open session first and never commits. Its session is closed when it returns: what it
    answers should be plain, for nothing more can be loaded from it. Beside what a verb raises itself, every
    call may raise

    - StoreUnavailable: nothing was kept, and it may be asked again;
    - TookTooLong: for as long as the time limit nothing moved, and nothing of this was kept;
    - OutcomeUnknown: the connection was lost in the commit (PostgreSQL only);
    - StoreClosed, WriteRefused.
    """

    def __init__(self, engines: Engines, *, unit_seconds: float) -> None:
        self._engines, self._seconds = engines, unit_seconds
        self._closed = False
        self._guard: Callable[[Session], None] | None = None
        self._watchdog = Watchdog(unit_seconds)
        self._writing = self._open_writing()
        self._reading = Lane(
            "reader",
            Alone(engines, engines.read, keep=False),
            watchdog=self._watchdog,
            threads=engines.readers,
        )

    @classmethod
    def open(cls, url: str, *, unit_seconds: float = UNIT_SECONDS, reading: bool = False) -> Self:
        """Open ``sqlite:///a/file`` or ``postgresql://…`` and try it once; at most ``unit_seconds`` a unit.

        ``reading`` opens for reading alone, beside a running service. Raises UnknownDatabase, AlreadyOpen
        (another process writes to this file), NotWritable, NotDurable, StoreUnavailable, TookTooLong.
        """
        engines = open_engines(url, seconds=unit_seconds, reading=reading)
        store = cls(engines, unit_seconds=unit_seconds)
        try:
            store.read_now(_nothing)
        except BaseException:
            store.close()
            raise
        return store

    async def do(self, verb: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """One unit of work: all that ``verb`` does is kept together once this returns.

        A caller that is cancelled still waits until the unit ended, and is cancelled then.
        """
        return await _ended(self._submit(self._writing, self._guarded(lambda it: verb(it, *args, **kwargs))))

    async def first(self, verb: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """``do``, before all that waits: for what has happened outside already, and is in doubt until it is kept."""
        work = self._guarded(lambda it: verb(it, *args, **kwargs))
        return await _ended(self._submit(self._writing, work, rank=Rank.FIRST))

    async def patiently(self, verb: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """``do``, behind what presses, which holds it up for half of the time at most: for what follows from the time
        alone, and for taking up more while some is under way. A little later does as well as now."""
        work = self._guarded(lambda it: verb(it, *args, **kwargs))
        return await _ended(self._submit(self._writing, work, rank=Rank.PATIENT))

    async def read(self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Ask something, beside whoever writes; nothing is kept."""
        return await _ended(self._submit(self._reading, lambda session: query(session, *args, **kwargs)))

    def do_now(self, verb: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """``do`` for whoever has no event loop: the command line, tests."""
        return self._submit(self._writing, self._guarded(lambda it: verb(it, *args, **kwargs))).result()

    def read_now(self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """``read`` for whoever has no event loop."""
        return self._submit(self._reading, lambda session: query(session, *args, **kwargs)).result()

    def guarded(self, guard: Callable[[Session], None]) -> Self:
        """The same memory for whoever may write only while ``guard``, which comes first in each unit of work, does not
        refuse that by raising."""
        twin = copy(self)
        twin._guard = guard
        return twin

    def close(self) -> None:
        """Finish what was asked for, take nothing more, let go of the database. Waits; may be called again."""
        if self._closed:
            return
        self._closed = True
        lanes = [lane for lane in (self._writing, self._reading) if lane is not None]
        for lane in lanes:
            lane.end()
        for lane in lanes:
            lane.wait(patience=self._seconds + 1)
        self._watchdog.close()
        self._engines.close()

    @property
    def one_file(self) -> bool:
        """Whether no other process can write to this memory."""
        return self._engines.one_file

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _guarded(self, work: Callable[[Session], T]) -> Callable[[Session], T]:
        guard = self._guard
        if guard is None:
            return work

        def guarded(session: Session) -> T:
            guard(session)
            return work(session)

        return guarded

    def _submit(self, lane: Lane | None, work: Callable[[Session], T], *, rank: Rank = Rank.USUAL) -> Future[T]:
        if lane is None:
            raise WriteRefused
        unit = Unit(work, seconds=self._seconds)
        lane.submit(unit, rank=rank)
        return unit.answer

    def _open_writing(self) -> Lane | None:
        engines = self._engines
        if engines.write is None:
            return None
        if engines.one_file:
            return Lane("writer", Shared(engines.write), watchdog=self._watchdog, threads=1)
        alone = Alone(engines, engines.write, keep=True)
        return Lane("writer", alone, watchdog=self._watchdog, threads=engines.writers)


async def _ended(answer: Future[T]) -> T:
    """Wait for a unit to its end whatever happens to the caller, then hand on what happened."""
    waiting = asyncio.wrap_future(answer)
    cancelled: asyncio.CancelledError | None = None
    while not waiting.done():
        try:
            await asyncio.wait([waiting])
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled is not None:
        waiting.exception()  # looked at, so that the loop does not complain of it
        raise cancelled
    return waiting.result()


def _nothing(session: Session) -> None:
    session.execute(text("SELECT 1"))
