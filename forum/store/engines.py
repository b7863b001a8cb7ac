"""Which database the forum's memory lives in, opened so that nothing it confirms is lost."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError

from forum.store import postgresql, sqlite
from forum.store.errors import UnknownDatabase
from forum.store.locking import LockFile

Stopper = Callable[[Connection], AbstractContextManager[Callable[[], None]]]


@dataclass(frozen=True, kw_only=True)
class Engines:
    """How to write (``write``; None: only reading) and to read, with how many threads each.

    ``prepare`` is called with each connection before it is used, ``stopper`` gives what frees a thread from it.
    """

    write: Engine | None
    read: Engine
    writers: int
    readers: int
    stopper: Stopper
    prepare: Callable[[Connection], None]
    lock: LockFile | None = None

    @property
    def one_file(self) -> bool:
        """Whether this is SQLite, where all writing goes through one connection."""
        return self.read.dialect.name == "sqlite"

    def close(self) -> None:
        """Readers first: the last connection to leave a SQLite file tidies it, and that must be the writer."""
        self.read.dispose()
        if self.write is not None:
            self.write.dispose()
        if self.lock is not None:
            self.lock.close()


def open_engines(url: str, *, seconds: float, reading: bool) -> Engines:
    """Open ``url``; ``seconds`` is a unit's time limit, ``reading`` opens beside a running service.

    Raises UnknownDatabase, AlreadyOpen, StoreUnavailable, NotWritable, NotDurable.
    """
    at = parse(url)
    if at.get_backend_name() == "sqlite":
        return _one_file(Path(at.database or ""), reading=reading)
    engine = postgresql.open_engine(at, seconds=seconds)
    return Engines(
        write=None if reading else engine,
        read=engine.execution_options(postgresql_readonly=True),
        writers=postgresql.WRITERS,
        readers=postgresql.READERS,
        stopper=postgresql.stopper,
        prepare=partial(postgresql.prepare, seconds=seconds),
    )


def parse(url: str) -> URL:
    """Read a database's address. Raises UnknownDatabase, without repeating it: it may hold a password."""
    try:
        at = make_url(url)
        kind = at.get_backend_name()
    except ArgumentError:
        raise UnknownDatabase from None
    if kind not in ("sqlite", "postgresql") or at.database in (None, "", ":memory:"):
        raise UnknownDatabase(kind)
    return at


def lock_for(at: URL) -> LockFile | None:
    """What whoever writes must hold; none on PostgreSQL, whose server sees to it. Raises AlreadyOpen."""
    return LockFile(Path(f"{at.database}.lock")) if at.get_backend_name() == "sqlite" else None


def _one_file(path: Path, *, reading: bool) -> Engines:
    if not reading:
        sqlite.must_be_writable(path)
    lock = None if reading else LockFile(Path(f"{path}.lock"))
    try:
        write = None if reading else sqlite.open_writer(path)
        if write is not None:
            write.connect().close()  # the readers need a file that is in WAL mode
        return Engines(
            write=write,
            read=sqlite.open_reader(path),
            writers=1,
            readers=sqlite.READERS,
            stopper=sqlite.stopper,
            prepare=lambda connection: None,
            lock=lock,
        )
    except BaseException:
        if lock is not None:
            lock.close()
        raise
