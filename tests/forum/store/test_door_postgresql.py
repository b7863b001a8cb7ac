"""What the door promises on a PostgreSQL server behind a bad network: an answer in time, and never a false one."""

from __future__ import annotations

import asyncio
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from forum.store.door import Store
from forum.store.errors import NotDurable, OutcomeUnknown, StoreError, StoreUnavailable, TookTooLong
from tests.databases import Server
from tests.forum.store.notes import keep, kept, notes
from tests.postgres import Postgres
from tests.proxy import Proxy

LIMIT = 0.5
# What else a machine may do meanwhile (seconds).
SLACK = 10.0


@pytest.fixture
def url(postgres_databases: Server) -> Iterator[str]:
    address = postgres_databases.empty()
    yield address
    postgres_databases.drop(address)


@pytest.fixture
def proxy(url: str) -> Iterator[Proxy]:
    """The network before the database."""
    with Proxy(make_url(url).port or 5432) as standing_before:
        yield standing_before


@pytest.fixture
def far(url: str, proxy: Proxy) -> Iterator[Store]:
    """The store, reached through the proxy."""
    through = make_url(url).set(port=proxy.port).render_as_string(hide_password=False)
    with notes(through, unit_seconds=LIMIT) as store:
        yield store


def _found(url: str) -> list[str]:
    with Store.open(url, reading=True) as near:
        return near.read_now(kept)


def _works_again(store: Store) -> float:
    """Seconds until a unit is kept again."""
    began = time.monotonic()
    while True:
        try:
            store.do_now(keep, "again")
        except StoreError:
            assert time.monotonic() - began < 60
        else:
            return time.monotonic() - began


@contextmanager
def _in_time() -> Iterator[None]:
    began = time.monotonic()
    yield
    assert time.monotonic() - began < LIMIT + SLACK


def _keep_then(trouble: Callable[[], None]) -> Callable[[Session], None]:
    """A verb in whose middle the network fails."""

    def verb(session: Session) -> None:
        keep(session, "one")
        trouble()
        keep(session, "two")

    return verb


def _keep_last_then(trouble: Callable[[], None]) -> Callable[[Session], None]:
    """A verb after which the network fails, so that the commit meets it."""

    def verb(session: Session) -> None:
        keep(session, "one")
        trouble()

    return verb


def test_a_silent_network_is_told_in_time_and_the_store_works_again(far: Store, proxy: Proxy, url: str) -> None:
    with _in_time(), pytest.raises(TookTooLong):
        far.do_now(_keep_then(proxy.hang))
    with _in_time(), pytest.raises(TookTooLong):
        far.read_now(kept)
    proxy.heal()

    assert _works_again(far) < 3
    assert _found(url) == ["again"]


def test_a_connection_that_is_silent_for_ever_holds_no_thread(far: Store, proxy: Proxy, url: str) -> None:
    """Five times, which is more than there are threads."""
    for _ in range(5):
        with _in_time(), pytest.raises(TookTooLong):
            far.do_now(_keep_then(proxy.strand))

    assert _works_again(far) < 1
    assert _found(url) == ["again"]


async def test_all_callers_are_told_in_time(far: Store, proxy: Proxy, url: str) -> None:
    """Twelve callers are more than there are connections; new connections hang as well."""
    await asyncio.gather(*(far.do(keep, f"{number}") for number in range(4)))
    proxy.hang()
    for _ in range(2):
        with _in_time():
            answers = await asyncio.gather(*(far.do(keep, "late") for _ in range(12)), return_exceptions=True)
        assert [type(answer) for answer in answers] == [TookTooLong] * 12
    proxy.heal()

    assert await asyncio.to_thread(_works_again, far) < 3
    assert _found(url) == ["0", "1", "2", "3", "again"]


def test_a_network_that_falls_silent_in_the_commit_leaves_the_outcome_unknown(far: Store, proxy: Proxy) -> None:
    with _in_time(), pytest.raises(OutcomeUnknown):
        far.do_now(_keep_last_then(proxy.hang))
    proxy.heal()

    assert _works_again(far) < 3


def test_a_cut_answer_to_the_commit_leaves_the_outcome_unknown(far: Store, proxy: Proxy, url: str) -> None:
    with _in_time(), pytest.raises(OutcomeUnknown):
        far.do_now(_keep_last_then(lambda: proxy.cut_answer_to(b"COMMIT")))

    assert _found(url) == ["one"]
    assert _works_again(far) < 3


def test_a_connection_cut_before_the_commit_keeps_nothing(far: Store, proxy: Proxy, url: str) -> None:
    with pytest.raises(StoreUnavailable):
        far.do_now(_keep_then(proxy.cut))
    with pytest.raises(StoreUnavailable):
        far.do_now(keep, "refused")
    proxy.heal()

    assert far.do_now(keep, "again") == "again"
    assert _found(url) == ["again"]


def test_a_slow_network_is_only_slow(far: Store, proxy: Proxy) -> None:
    proxy.delay(0.05)
    assert far.do_now(keep, "slow") == "slow"
    assert far.read_now(kept) == ["slow"]


def test_the_server_lets_go_of_what_was_lost(far: Store, proxy: Proxy, url: str) -> None:
    far.do_now(keep, "one")

    def change_and_be_lost(session: Session) -> None:
        session.execute(text("UPDATE note SET words = 'lost'"))
        proxy.hang()
        session.execute(text("SELECT 1"))

    with pytest.raises(TookTooLong):
        far.do_now(change_and_be_lost)
    with Store.open(url, unit_seconds=LIMIT + 4) as near:  # its lock is still held, for there is no network
        near.do_now(lambda session: session.execute(text("UPDATE note SET words = 'found'")).close())
        assert near.read_now(kept) == ["found"]
    proxy.heal()


def test_a_rule_broken_in_the_commit_is_a_definite_no(url: str) -> None:
    def promise(session: Session) -> None:
        session.execute(text("INSERT INTO promise VALUES (404)"))

    with notes(url) as store:
        store.do_now(
            lambda session: session.execute(
                text("CREATE TABLE promise (note_id int REFERENCES note DEFERRABLE INITIALLY DEFERRED)")
            ).close()
        )
        with pytest.raises(IntegrityError):
            store.do_now(promise)
        assert store.do_now(keep, "next") == "next"


async def test_a_deadlock_ends_with_one_kept_and_one_to_be_asked_again(url: str) -> None:
    """Each holds a row and wants the other's."""
    both_hold = threading.Barrier(2)

    def take(session: Session, first: str, second: str) -> str:
        change = text("UPDATE note SET words = words || '!' WHERE words = :words")
        session.execute(change, {"words": first})
        both_hold.wait(5)
        session.execute(change, {"words": second})
        return first

    with notes(url) as store:
        for words in ("one", "two"):
            store.do_now(keep, words)
        answers = await asyncio.gather(
            store.do(take, "one", "two"), store.do(take, "two", "one"), return_exceptions=True
        )

        assert {type(answer) for answer in answers} == {str, StoreUnavailable}
        assert store.read_now(kept) == ["one!", "two!"]


def test_a_server_that_confirms_too_early_is_refused(url: str) -> None:
    careless = make_url(url).update_query_dict({"options": "-csynchronous_commit=off"})
    with pytest.raises(NotDurable) as caught:
        Store.open(careless.render_as_string(hide_password=False))
    assert "synchronous_commit" in str(caught.value)


def test_nothing_confirmed_is_lost_when_the_server_crashes() -> None:
    with Postgres() as server:
        with notes(server.url, unit_seconds=LIMIT) as store:
            confirmed = [store.do_now(keep, f"{number}") for number in range(5)]
            server.stop(signal.SIGQUIT)
            with pytest.raises(StoreUnavailable):
                store.do_now(keep, "down")
            server.start()

            assert _works_again(store) < 3
            assert store.read_now(kept) == sorted([*confirmed, "again"])
        server.stop()
        with pytest.raises(StoreUnavailable):
            Store.open(server.url, unit_seconds=LIMIT)


def test_the_servers_password_stands_in_no_error() -> None:
    with pytest.raises(StoreUnavailable) as caught:
        Store.open("postgresql://somebody:secret@127.0.0.1:1/forum", unit_seconds=LIMIT)
    told = f"{caught.value} {caught.value.__cause__}"
    assert told.replace("secret", "") == told
