"""Leasing: charges are begun and ended as this process holds them, and only their holder can write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from forum import forums, leases
from forum.leases import Hand, Held, LeaseLost, Wanted, Worker
from forum.store.door import UNIT_SECONDS, Store
from forum.times import real
from service.leasing import ROUND, Charge, Leasing
from tests.facts import FORUM
from tests.waiting import soon

WANTED = Wanted(FORUM, Hand.BOT)
# What the documents promise (seconds): others go on within so long, whatever happened to whoever worked.
PROMISED = 20.0


@dataclass
class Work:
    """Work that only notes when it was begun and ended; ``memory`` is what its last holder writes to."""

    store: Store
    seen: list[str] = field(default_factory=list)
    memory: Store | None = None

    async def begin(self, store: Store) -> None:
        self.seen.append("begun")
        self.memory = store

    async def end(self) -> None:
        self.seen.append("ended")

    def leasing(self) -> Leasing:
        return Leasing(self.store, [Charge(WANTED, self.begin, self.end)])

    async def write(self) -> None:
        assert self.memory is not None
        await self.memory.do(_write)


def _write(session: Session) -> None:
    forums.of(session, FORUM).ready_at = real()


@pytest.fixture
async def known(store: Store) -> Store:
    await store.do(forums.ensure, FORUM, now=real())
    return store


def test_the_limits_together_keep_the_promise() -> None:
    """At worst a frozen process said just now that it lives, and its last unit holds the lease until the database
    lets go of it, just after others looked."""
    assert leases.LIFE.total_seconds() + ROUND + UNIT_SECONDS < PROMISED


async def test_what_one_lets_go_the_next_begins(known: Store) -> None:
    first, second = Work(known), Work(known)
    leasing = first.leasing()
    await leasing.start()
    await first.write()
    await leasing.stop()
    assert first.seen == ["begun", "ended"]
    with pytest.raises(LeaseLost):
        await first.write()
    after = second.leasing()
    await after.start()
    await second.write()
    await after.stop()
    assert second.seen == ["begun", "ended"]


async def test_whoever_comes_to_a_file_goes_on_at_once_with_what_a_crash_left(known: Store) -> None:
    """On a server the next waits: from there it cannot be seen that a process of this very machine hangs."""
    first, second = Work(known), Work(known)
    left, taking = first.leasing(), second.leasing()
    await left.start()
    await taking.start()
    assert second.seen == (["begun"] if known.one_file else [])
    await taking.stop()
    await left.stop()


async def test_work_that_another_took_over_is_ended_and_its_late_write_refused(
    postgres_store: Store,
) -> None:
    await postgres_store.do(forums.ensure, FORUM, now=real())
    first, second = Work(postgres_store), Work(postgres_store)
    losing, winning = first.leasing(), second.leasing()
    await losing.start()
    # Silence, as of a process that is frozen: nobody can tell it from an end.
    await postgres_store.do(_silence)
    await winning.start()
    assert second.seen == ["begun"]
    with pytest.raises(LeaseLost):
        await first.write()
    await second.write()
    await soon(lambda: first.seen == ["begun", "ended"])
    await losing.stop()
    await second.write()
    await winning.stop()


async def test_who_comes_in_the_same_moment_is_left_what_it_took(postgres_store: Store) -> None:
    """One counts who lives; before it looks at the work, another has come, taken it and said that it lives."""
    await postgres_store.do(forums.ensure, FORUM, now=real())

    def tend(worker: str, gone: Callable[[str], bool]) -> list[Held]:
        return postgres_store.do_now(leases.tend, [WANTED], worker=worker, real=real(), gone=gone).held

    def meanwhile(_: str) -> bool:
        taken.extend(tend("early", lambda name: name == "left"))
        return True

    taken: list[Held] = []
    assert tend("left", lambda _: False) == [Held(WANTED, 1)]
    assert (tend("late", meanwhile), taken) == ([], [Held(WANTED, 2)])
    assert tend("early", lambda _: False) == [Held(WANTED, 2)]


async def test_work_that_is_lost_while_it_begins_ends_nothing_else(known: Store) -> None:
    class Late(Work):
        async def begin(self, store: Store) -> None:
            await super().begin(store)
            raise LeaseLost("another was quicker")

    work = Late(known)
    leasing = work.leasing()
    await leasing.start()
    await leasing.stop()
    assert work.seen == ["begun", "ended"]


def _silence(session: Session) -> None:
    session.execute(update(Worker).values(until=real().replace(year=2020)))
