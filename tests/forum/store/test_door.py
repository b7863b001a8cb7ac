"""The door keeps a unit of work wholly or not at all, within its time, on either database."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from forum.store.door import Store
from forum.store.errors import CommitInside, StoreClosed, TookTooLong, UnknownDatabase, WriteRefused
from tests.forum.store.notes import Gate, keep, keep_and_fail, kept, notes
from tests.waiting import PATIENCE

LIMIT = 0.5
# What else a machine may do meanwhile (seconds).
SLACK = 10.0


async def test_what_was_done_is_there_to_read(empty_database_url: str) -> None:
    with notes(empty_database_url) as store:
        assert await store.do(keep, words="one") == "one"
        assert store.do_now(keep, "two") == "two"
        assert await store.read(kept) == ["one", "two"]
        assert store.read_now(kept) == ["one", "two"]


async def test_a_failing_unit_takes_back_its_own_part_alone(empty_database_url: str) -> None:
    verbs = [keep, keep_and_fail] * 20
    with notes(empty_database_url) as store:
        answers = await asyncio.gather(
            *(store.do(verb, f"{number:02}") for number, verb in enumerate(verbs)), return_exceptions=True
        )

        assert [str(answer) for answer in answers] == [f"{number:02}" for number in range(40)]
        assert [type(answer) for answer in answers] == [str, ValueError] * 20
        assert await store.read(kept) == [f"{number:02}" for number in range(0, 40, 2)]


def test_a_broken_rule_is_raised_without_the_values(empty_database_url: str) -> None:
    with notes(empty_database_url) as store:
        store.do_now(keep, "secret")
        with pytest.raises(IntegrityError) as caught:
            store.do_now(keep, "secret")

        told = f"{caught.value} {caught.value!r} {caught.value.orig} {caught.value.orig!r}"
        assert told.replace("secret", "") == told
        assert store.read_now(kept) == ["secret"]


def _commit(session: Session) -> None:
    session.commit()


def _commit_by_block(session: Session) -> None:
    with session.begin():
        keep(session, "by block")


@pytest.mark.parametrize("verb", [_commit, _commit_by_block])
def test_a_verb_cannot_commit(empty_database_url: str, verb: Callable[[Session], None]) -> None:
    def keep_first(session: Session) -> None:
        if verb is _commit:
            keep(session, "first")
        verb(session)

    with notes(empty_database_url) as store:
        with pytest.raises(CommitInside):
            store.do_now(keep_first)
        assert store.read_now(kept) == []


def test_a_verb_may_try_a_part_and_go_on_without_it(empty_database_url: str) -> None:
    def keep_once(session: Session, words: str) -> str:
        try:
            with session.begin_nested():
                return keep(session, words)
        except IntegrityError:
            return f"{words} was there"

    with notes(empty_database_url) as store:
        assert [store.do_now(keep_once, "one"), store.do_now(keep_once, "one")] == ["one", "one was there"]
        assert store.read_now(kept) == ["one"]


def test_reading_cannot_write(empty_database_url: str) -> None:
    with notes(empty_database_url) as store:
        with pytest.raises(WriteRefused):
            store.read_now(keep, "one")
        assert store.read_now(kept) == []


def test_beside_a_running_service_one_may_read(empty_database_url: str) -> None:
    with notes(empty_database_url) as service, Store.open(empty_database_url, reading=True) as beside:
        service.do_now(keep, "one")

        assert beside.read_now(kept) == ["one"]
        with pytest.raises(WriteRefused):
            beside.do_now(keep, "two")


async def test_a_reader_does_not_wait_for_a_writer(empty_database_url: str) -> None:
    gate = Gate()
    with notes(empty_database_url) as store:
        writing = asyncio.ensure_future(store.do(gate.keep, "one"))
        await asyncio.to_thread(gate.entered.wait, 5)

        assert await store.read(kept) == []
        gate.opened.set()
        await writing
        assert await store.read(kept) == ["one"]


async def test_a_cancelled_caller_waits_until_its_unit_ended(empty_database_url: str) -> None:
    gate = Gate()
    with notes(empty_database_url) as store:
        caller = asyncio.ensure_future(store.do(gate.keep, "one"))
        await asyncio.to_thread(gate.entered.wait, 5)
        for _ in range(3):
            caller.cancel()
            await asyncio.sleep(0.02)
        assert not caller.done()

        gate.opened.set()
        with pytest.raises(asyncio.CancelledError):
            await caller
        assert await store.read(kept) == ["one"]


async def test_closing_finishes_what_was_asked_and_refuses_the_rest(empty_database_url: str) -> None:
    gate = Gate()
    with notes(empty_database_url) as store:
        asked = [asyncio.ensure_future(store.do(gate.keep, f"{number}")) for number in range(6)]
        await asyncio.to_thread(gate.entered.wait, 5)
        closing = threading.Thread(target=store.close)
        closing.start()
        refused = await _refused_soon(store)
        gate.opened.set()

        assert await asyncio.gather(*asked) == [f"{number}" for number in range(6)]
        await asyncio.to_thread(closing.join)
        with pytest.raises(StoreClosed):
            await store.read(kept)
        assert refused == StoreClosed
    with Store.open(empty_database_url) as again:
        assert again.read_now(kept) == [f"{number}" for number in range(6)]


async def _refused_soon(store: Store) -> type[Exception] | None:
    """What the door says to newcomers once it is closing."""
    for _ in range(200):
        try:
            await asyncio.wait_for(asyncio.shield(store.read(lambda session: None)), PATIENCE)
        except StoreClosed as error:
            return type(error)
        await asyncio.sleep(0.005)
    return None


def test_a_unit_that_does_not_return_is_given_up_in_time_and_keeps_nothing(empty_database_url: str) -> None:
    gate = Gate()
    with notes(empty_database_url, unit_seconds=LIMIT) as store:
        began = time.monotonic()
        with pytest.raises(TookTooLong):
            store.do_now(gate.keep, "late")
        waited = time.monotonic() - began
        gate.opened.set()

        assert LIMIT <= waited < LIMIT + SLACK
        assert store.do_now(keep, "next") == "next"
        assert store.read_now(kept) == ["next"]


ENDLESS = {
    "sqlite": "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n",
    "postgresql": "SELECT pg_sleep(60)",
}


def _endless(session: Session) -> None:
    session.execute(text(ENDLESS[session.connection().dialect.name]))


@pytest.mark.parametrize("way", [Store.do_now, Store.read_now])
def test_an_endless_statement_is_ended_and_the_thread_is_free_again(
    empty_database_url: str, way: Callable[..., None]
) -> None:
    with notes(empty_database_url, unit_seconds=LIMIT) as store:
        for _ in range(2):
            began = time.monotonic()
            with pytest.raises(TookTooLong):
                way(store, _endless)
            assert LIMIT <= time.monotonic() - began < LIMIT + SLACK
            assert (store.do_now(lambda session: 1), store.read_now(lambda session: 2)) == (1, 2)


async def test_waiting_in_the_queue_counts_and_what_was_given_up_never_begins(empty_database_url: str) -> None:
    gate = Gate()
    with notes(empty_database_url, unit_seconds=LIMIT) as store:
        asked = [store.do(gate.keep, f"{number}") for number in range(4)]  # every writer there is
        began = time.monotonic()
        answers = await asyncio.gather(*asked, *(store.do(keep, "queued") for _ in range(3)), return_exceptions=True)
        waited = time.monotonic() - began
        gate.opened.set()

        assert [type(answer) for answer in answers] == [TookTooLong] * 7
        assert waited < LIMIT + SLACK
        assert store.do_now(keep, "next") == "next"
        assert store.read_now(kept) == ["next"]


async def test_behind_many_others_a_unit_is_only_late(empty_database_url: str) -> None:
    """All of them together take longer than one may."""

    def slow(session: Session) -> None:
        time.sleep(LIMIT / 20)

    with notes(empty_database_url, unit_seconds=LIMIT) as store:
        began = time.monotonic()
        await asyncio.gather(*(store.do(slow) for _ in range(100)), store.do(keep, "late"))
        assert time.monotonic() - began > LIMIT
        assert store.read_now(kept) == ["late"]


@pytest.mark.parametrize(
    "url", ["", "nothing", "mysql://somebody:secret@host/forum", "sqlite://", "sqlite:///:memory:", "postgresql://h"]
)
def test_an_address_that_is_none_is_refused_and_not_repeated(url: str) -> None:
    with pytest.raises(UnknownDatabase) as caught:
        Store.open(url)
    assert str(caught.value).replace("secret", "") == str(caught.value)
