"""Leasing: this process takes its share of the forums' work, says that it lives, and goes on where another ended."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import structlog
from sqlalchemy.orm import Session

from forum import leases
from forum.leases import Held, Wanted
from forum.store.door import Store
from forum.store.errors import StoreError
from forum.times import real
from service import workers

T = TypeVar("T")

log = structlog.get_logger()

# So often (real seconds) a worker says that it lives, and looks for work that nobody does.
ROUND = 2.0


@dataclass(frozen=True)
class Charge:
    """Work that one process does at a time. ``begin`` is given the memory as its holder writes to it."""

    wanted: Wanted
    begin: Callable[[Store], Awaitable[None]]
    end: Callable[[], Awaitable[None]]


class Leasing:
    """Takes charges over one memory: ``start``, then by itself until ``stop``. ``passing``: for something that is done
    once, so that others keep what they have."""

    def __init__(self, store: Store, charges: Sequence[Charge], *, passing: bool = False) -> None:
        self._store, self._passing = store, passing
        self._charges = {one.wanted: one for one in charges}
        self._held: dict[Wanted, Held] = {}
        self._name = workers.name()
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Take what is free now. Raises the store's errors."""
        if not self._charges:
            return
        await self._round()
        if not self._store.one_file:  # nobody else can come
            self._task = asyncio.create_task(self._run(), name="leasing")

    async def stop(self) -> None:
        """End all that is held, so that others may go on at once."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        await self._end(list(self._held.values()))
        await self._tell(leases.leave, self._name)

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(ROUND)
            try:
                await self._round()
            except StoreError as trouble:
                # What is held is gone on with until the memory itself refuses it.
                log.warning("the leases could not be tended", action="lease.trouble", trouble=_kind(trouble))
            except Exception:
                log.exception("the leases could not be tended", action="lease.trouble")

    async def _round(self) -> None:
        gone = workers.ended if not self._store.one_file else _not(self._name)
        tended = await self._store.do(
            leases.tend, list(self._charges), worker=self._name, real=real(), gone=gone, passing=self._passing
        )
        now_held = {one.wanted: one for one in tended.held}
        lost = [held for held in self._held.values() if now_held.get(held.wanted) != held]
        for held in lost:
            log.warning("another process took this work over", action="lease.lost", **_told(held))
        await self._end(lost)
        await asyncio.gather(*(self._begin(held) for held in tended.held if held.wanted not in self._held))
        await self._give_up(tended.surplus)

    async def _begin(self, held: Held) -> None:
        log.info("this process begins a forum's work", action="lease.taken", **_told(held))
        self._held[held.wanted] = held
        try:
            await self._charges[held.wanted].begin(self._store.guarded(partial(leases.guard, held=held)))
        except leases.LeaseLost:
            log.warning("another process took this work over", action="lease.lost", **_told(held))
            await self._end([held])
        except BaseException:
            await self._give_up([held])
            raise

    async def _give_up(self, given: Sequence[Held]) -> None:
        """End this work, then let others have it."""
        await self._end(given)
        for held in given:
            await self._tell(leases.release, held)

    async def _end(self, ended: Sequence[Held]) -> None:
        await asyncio.gather(*(self._charges[held.wanted].end() for held in ended))
        for held in ended:
            self._held.pop(held.wanted, None)

    async def _tell(self, verb: Callable[[Session, T], None], what: T) -> None:
        try:
            await self._store.do(verb, what)
        except StoreError as trouble:
            log.warning("others learn late of what was let go", action="lease.trouble", trouble=_kind(trouble))


class Busy(StoreError):
    """Another process does this work just now: stop it first, or let it do this."""


@asynccontextmanager
async def once(store: Store, wanted: Wanted) -> AsyncIterator[Store]:
    """Do this work once, alone: the memory as whoever does it writes to it. Raises Busy."""
    given: list[Store] = []

    async def begin(memory: Store) -> None:
        given.append(memory)

    async def end() -> None:
        """What is under way is refused by the memory."""

    leasing = Leasing(store, [Charge(wanted, begin, end)], passing=True)
    await leasing.start()
    try:
        if not given:
            raise Busy(f"{wanted.forum}, {wanted.hand}")
        yield given[0]
    finally:
        await leasing.stop()


def _not(name: str) -> Callable[[str], bool]:
    return lambda other: other != name


def _told(held: Held) -> dict[str, object]:
    return {"forum": held.wanted.forum, "hand": held.wanted.hand.value, "epoch": held.epoch}


def _kind(trouble: Exception) -> str:
    return type(trouble).__name__
