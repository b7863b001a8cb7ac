"""The forum's memory as one SQLite file: one writer, readers beside it, every commit on the disk before it counts."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from forum.store import jsons, traces
from forum.store.errors import NotDurable, NotWritable, StoreUnavailable

READERS = 3
# The keys of a hundred thousand rows stay at hand while they are written; the usual 2 MiB hold those of a few thousand.
WRITER_CACHE_KIB = 16 * 1024
# Another process holds SQLite's lock for milliseconds (a backup); longer than this means that something is wrong.
BUSY_SECONDS = 4


def open_writer(path: Path, *, foreign_keys: bool = True) -> Engine:
    """The one engine that writes to ``path``; makes the file, readable by its owner alone.

    ``foreign_keys`` is off only for migrations, which on SQLite copy a table and drop the old one.
    Raises StoreUnavailable, NotWritable, NotDurable.
    """
    must_be_writable(path)
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise StoreUnavailable(f"{path}: {error.strerror}") from error
    engine = _engine(path, mode="rw", begin="BEGIN IMMEDIATE", connections=1)

    @event.listens_for(engine, "connect")
    def keep_all(raw: sqlite3.Connection, _: object) -> None:
        (mode,) = raw.execute("PRAGMA journal_mode=WAL").fetchone()
        if mode != "wal":
            raise NotDurable(f"{path} is on a disk that offers journal_mode={mode}, not wal")
        raw.execute("PRAGMA synchronous=FULL")
        raw.execute("PRAGMA secure_delete=ON")  # many builds of SQLite have it so; what is erased must be gone in all
        raw.execute(f"PRAGMA cache_size=-{WRITER_CACHE_KIB}")
        raw.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
        traces.wiped(raw)  # where a crash came before it

    return engine


def must_be_writable(path: Path) -> None:
    """Raises NotWritable where this account cannot write to the file, or make others beside it, as SQLite does."""
    for place, how in ((path.absolute().parent, os.W_OK | os.X_OK), (path, os.W_OK)):
        if place.exists() and not os.access(place, how, effective_ids=os.access in os.supports_effective_ids):
            raise NotWritable(str(place))


def open_reader(path: Path) -> Engine:
    """An engine that cannot write, for use beside the writer and beside a running service.

    Raises StoreUnavailable where there is no such file.
    """
    if not path.is_file():
        raise StoreUnavailable(f"{path}: no such file")
    engine = _engine(path, mode="ro", begin="BEGIN", connections=READERS)

    @event.listens_for(engine, "connect")
    def only_read(raw: sqlite3.Connection, _: object) -> None:
        raw.execute("PRAGMA query_only=ON")

    return engine


@contextmanager
def stopper(connection: Connection) -> Iterator[Callable[[], None]]:
    """What ends the statement that runs on ``connection``, from another thread: its ``interrupt``."""
    yield driver(connection).interrupt


def driver(connection: Connection) -> sqlite3.Connection:
    return cast("sqlite3.Connection", connection.connection.driver_connection)


def _engine(path: Path, *, mode: str, begin: str, connections: int) -> Engine:
    """isolation_level None: the driver begins nothing by itself, we do. Deferred, a unit that reads and then
    writes would fail at once with BUSY_SNAPSHOT whenever another one committed in between."""

    def connect() -> sqlite3.Connection:
        place = f"file:{quote(str(path.absolute()))}?mode={mode}"
        return sqlite3.connect(place, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)

    engine = create_engine(
        "sqlite://",
        creator=connect,
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=0,
        hide_parameters=True,
        json_serializer=jsons.dumps,
        json_deserializer=jsons.loads,
    )

    @event.listens_for(engine, "begin")
    def begin_so(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
