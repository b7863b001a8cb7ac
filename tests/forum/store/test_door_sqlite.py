"""What the door promises on a SQLite file: one writer, shared commits, nothing confirmed that is not on the disk."""

from __future__ import annotations

import asyncio
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from forum.store.door import Store
from forum.store.errors import AlreadyOpen, StoreUnavailable, TookTooLong
from tests.forum.store.notes import Gate, keep, kept, notes

# A service in a process of its own: keeps one note after another and says so, until it is killed.
SERVICE = """
import itertools, os, sys
from tests.forum.store.notes import keep, notes
with notes(sys.argv[1]) as store:
    for number in itertools.count():
        print(store.do_now(keep, f"{os.getpid()} {number:06}"), flush=True)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "forum's 100%? memory.sqlite"


@pytest.fixture
def url(file: Path) -> str:
    return f"sqlite:///{file}".replace("%", "%25").replace("?", "%3F")


def _settings(session: Session) -> list[object]:
    names = ("journal_mode", "synchronous", "foreign_keys", "query_only")
    return [session.execute(text(f"PRAGMA {name}")).scalar_one() for name in names]


def test_connections_are_as_they_must_be(url: str, file: Path) -> None:
    with Store.open(url) as store:
        assert store.do_now(_settings) == ["wal", 2, 1, 0]
        assert store.read_now(_settings)[3] == 1
        assert file.stat().st_mode & 0o777 == 0o600


def test_two_processes_cannot_both_write(url: str) -> None:
    service = subprocess.Popen([sys.executable, "-c", SERVICE, url], stdout=subprocess.PIPE)
    try:
        assert service.stdout is not None
        service.stdout.readline()
        with pytest.raises(AlreadyOpen) as caught:
            Store.open(url)
        with Store.open(url, reading=True) as beside:
            assert beside.read_now(kept)[0] == f"{service.pid} 000000"
    finally:
        service.kill()
        service.communicate()

    assert str(caught.value).split("(")[1].split(",")[0] == f"process {service.pid}"
    Store.open(url).close()


def test_what_was_confirmed_survives_a_kill(url: str) -> None:
    confirmed: list[str] = []
    for _ in range(3):
        service = subprocess.Popen([sys.executable, "-c", SERVICE, url], stdout=subprocess.PIPE, text=True)
        assert service.stdout is not None
        confirmed += [service.stdout.readline().strip() for _ in range(50)]
        service.kill()
        confirmed += service.stdout.read().splitlines()
        service.communicate()

    with Store.open(url) as store:
        found = store.read_now(kept)
    assert sorted(set(confirmed) - set(found)) == []
    assert len(set(found) - set(confirmed)) <= 3  # a life's last unit may be kept without having been confirmed


async def test_waiting_units_share_one_commit(url: str) -> None:
    first, last = Gate(), Gate()
    with notes(url) as store:
        asked = [asyncio.ensure_future(store.do(first.keep, "first"))]
        await asyncio.to_thread(first.entered.wait, 5)
        asked += [asyncio.ensure_future(store.do(keep, "second")), asyncio.ensure_future(store.do(last.keep, "last"))]
        await asyncio.sleep(0.01)
        first.opened.set()
        await asyncio.to_thread(last.entered.wait, 5)

        assert [await asked[0], asked[1].done(), await store.read(kept)] == ["first", False, ["first"]]
        last.opened.set()
        assert await asyncio.gather(*asked) == ["first", "second", "last"]
        assert await store.read(kept) == ["first", "last", "second"]


async def test_what_has_happened_outside_is_kept_before_all_that_waits(url: str) -> None:
    gate, order = Gate(), []

    def note(session: Session, words: str) -> str:
        order.append(words)
        return words

    with notes(url) as store:
        asked = [asyncio.ensure_future(store.do(gate.keep, "under way"))]
        await asyncio.to_thread(gate.entered.wait, 5)
        asked += [asyncio.ensure_future(store.do(note, "waits")) for _ in range(2)]
        asked += [asyncio.ensure_future(store.first(note, "happened")) for _ in range(2)]
        await asyncio.sleep(0.01)
        gate.opened.set()
        await asyncio.gather(*asked)
    assert order == ["happened", "happened", "waits", "waits"]


def _endless_write(session: Session) -> None:
    session.execute(
        text(
            "INSERT INTO note (words) WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
            " SELECT 'endless ' || x FROM n"
        )
    )


def _endless_read(session: Session) -> None:
    session.execute(text("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"))


def _keep_one(session: Session) -> str:
    return keep(session, "one")


async def _together(store: Store, *verbs: Callable[[Session], object]) -> list[object]:
    """What units are told that waited together: what each answers, or the kind of its trouble."""
    gate = Gate()
    before = asyncio.ensure_future(store.do(gate.keep, "before"))
    await asyncio.to_thread(gate.entered.wait, 5)
    asked = asyncio.gather(*(store.do(verb) for verb in verbs), return_exceptions=True)
    await asyncio.sleep(0.01)
    gate.opened.set()
    await before
    return [type(each) if isinstance(each, Exception) else each for each in await asked]


async def test_an_interrupted_read_harms_nobody_else(url: str) -> None:
    with notes(url, unit_seconds=0.5) as store:
        assert await _together(store, _keep_one, _endless_read) == ["one", TookTooLong]
        assert await store.do(keep, "next") == "next"
        assert await store.read(kept) == ["before", "next", "one"]


async def test_an_interrupted_write_tells_those_it_shared_with_that_nothing_was_kept(url: str) -> None:
    with notes(url, unit_seconds=0.5) as store:
        assert await _together(store, _keep_one, _endless_write) == [StoreUnavailable, TookTooLong]
        assert await store.do(keep, "next") == "next"
        assert await store.read(kept) == ["before", "next"]


def _promise(session: Session) -> None:
    """Break a rule that SQLite looks at in COMMIT alone."""
    session.execute(text("INSERT INTO promise (note_id) VALUES (404)"))


def _make_promises(session: Session) -> None:
    session.execute(text("CREATE TABLE promise (note_id REFERENCES note DEFERRABLE INITIALLY DEFERRED)"))


async def test_a_commit_that_fails_is_told_to_all_who_shared_it(url: str) -> None:
    with notes(url) as store:
        await store.do(_make_promises)

        assert await _together(store, _keep_one, _promise) == [StoreUnavailable] * 2
        with pytest.raises(IntegrityError):
            await store.do(_promise)
        assert await store.do(keep, "next") == "next"
        assert await store.read(kept) == ["before", "next"]


def test_a_foreign_writer_is_waited_for_within_the_limit(url: str, file: Path) -> None:
    with notes(url, unit_seconds=0.5) as store:
        foreign = sqlite3.connect(file, isolation_level=None)
        foreign.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        with pytest.raises(TookTooLong):
            store.do_now(keep, "late")
        waited = time.monotonic() - began
        foreign.close()

        assert waited < 10
        assert store.do_now(keep, "next") == "next"
        assert store.read_now(kept) == ["next"]


@pytest.mark.parametrize("reading", [True, False])
def test_a_place_that_is_none_is_named(tmp_path: Path, reading: bool) -> None:
    with pytest.raises(StoreUnavailable) as caught:
        Store.open(f"sqlite:///{tmp_path}/nowhere/forum.sqlite", reading=reading)
    assert str(tmp_path) in str(caught.value)
