"""Backups: the whole memory in one file, made beside a running service, and laid out again in an empty place."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import islice, zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import (
    URL,
    Column,
    Connection,
    Engine,
    LargeBinary,
    Table,
    bindparam,
    func,
    insert,
    select,
    update,
)

from forum.store import migrate, postgresql, sqlite
from forum.store.engines import parse
from forum.store.errors import BackupUnreadable, NotEmpty, StoreUnavailable

# So many rows are held in memory at once; of those with files in them one.
ROWS = 500
CONNECT_SECONDS = 9
# How the file is made readable by its owner alone: it holds all that the forum knows.
OWNER = 0o600


# The tables of the file that are not the forum's: its layout's number, and when it was made.
BESIDE = ("alembic_version", "backup")


@dataclass(frozen=True)
class Kept:
    """What a backup holds: the moment it shows (real time), rows by table, the file's size (bytes) and SHA-256."""

    made_at: datetime
    rows: Mapping[str, int]
    size: int
    sha256: str


def backup(url: str, file: Path, *, real: datetime) -> Kept:
    """Write all that the memory at ``url`` holds at one moment into ``file``, a SQLite database, whichever database
    the memory is in. The file appears only when it is whole and was read back; an older one of its name is replaced.
    ``real``: now.

    Raises NotMigrated, StoreUnavailable and what ``check`` raises.
    """
    migrate.check(url)
    try:
        with TemporaryDirectory(dir=file.absolute().parent, prefix=f".{file.name}.") as scratch:
            made = Path(scratch) / "forum.sqlite"
            _copy_out(url, made)
            _date(made, real)
            kept = check(made)
            made.chmod(OWNER)
            _onto_disk(made)
            made.replace(file)
            _onto_disk(file.absolute().parent)
    except OSError as error:
        raise StoreUnavailable(f"{file}: {error.strerror}") from error
    return kept


def restore(file: Path, url: str) -> Kept:
    """Lay out what a backup holds in the empty memory at ``url``, brought to this program's layout.

    Raises NotEmpty where something is there already, AlreadyOpen, StoreUnavailable, BackupUnreadable.
    """
    with TemporaryDirectory() as scratch:
        copy = Path(scratch) / "forum.sqlite"
        kept = check(file)
        shutil.copyfile(file, copy)
        migrate.upgrade(f"sqlite:///{copy}")
        migrate.upgrade(url)
        with _looking(f"sqlite:///{copy}") as source, migrate.alone(parse(url)) as target:
            for table in migrate.metadata().sorted_tables:
                if target.execute(select(func.count()).select_from(table)).scalar_one():
                    raise NotEmpty(table.name)
            _copy(source, target)
    return kept


def check(file: Path) -> Kept:
    """Read a backup from its beginning to its end. Raises BackupUnreadable, which says what is wrong with it."""
    try:
        with closing(sqlite3.connect(f"file:{file.absolute()}?mode=ro&immutable=1", uri=True)) as raw:
            said = [row[0] for row in raw.execute("PRAGMA integrity_check")]
            if said != ["ok"]:
                raise BackupUnreadable(f"{file}: {said[0]}")
            names = [row[0] for row in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
            if not {*BESIDE, "forum"} <= set(names):
                raise BackupUnreadable(f"{file}: it holds no forum")
            made_at = datetime.fromisoformat(raw.execute("SELECT made_at FROM backup").fetchone()[0])
            rows = {name: raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608
    except sqlite3.Error as error:
        raise BackupUnreadable(f"{file}: {error}") from error
    with file.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    ours = {name: count for name, count in rows.items() if name not in BESIDE}
    return Kept(made_at, ours, file.stat().st_size, digest)


def differences(one: str, other: str) -> list[str]:
    """The tables in which two memories do not hold the same rows, row by row; empty where they are equal."""
    with _looking(one) as here, _looking(other) as there:
        return [
            table.name
            for table in migrate.metadata().sorted_tables
            if not _alike(_rows(here, table), _rows(there, table))
        ]


def _alike(here: Generator[object], there: Generator[object]) -> bool:
    with closing(here), closing(there):
        return all(one == other for one, other in zip_longest(here, there))


def _copy_out(url: str, made: Path) -> None:
    """SQLite copies itself, beside whoever writes; a server's rows are read in one snapshot, table by table."""
    at = parse(url)
    if at.get_backend_name() == "sqlite":
        with closing(sqlite3.connect(f"file:{Path(at.database or '').absolute()}?mode=ro", uri=True)) as raw:
            raw.execute("VACUUM INTO ?", (str(made),))
        return
    migrate.upgrade(f"sqlite:///{made}")
    with _looking(url) as source, migrate.alone(parse(f"sqlite:///{made}")) as target:
        _copy(source, target)


def _date(made: Path, real: datetime) -> None:
    with closing(sqlite3.connect(made)) as raw, raw:
        raw.execute("CREATE TABLE backup (made_at TEXT NOT NULL)")
        raw.execute("INSERT INTO backup VALUES (?)", (real.isoformat(),))


def _copy(source: Connection, target: Connection) -> None:
    """Every row of every table. What a table links to in itself follows when all its rows are there."""
    for table in migrate.metadata().sorted_tables:
        own = _own_links(table)
        for rows in _batches(_rows(source, table), _at_once(table)):
            target.execute(insert(table), [{**row, **dict.fromkeys(own)} for row in rows])
            linking = [{f"to_{name}": row[name] for name in ("id", *own)} for row in rows] if own else []
            if linking:
                _link(target, table, own, linking)
        _number_on(target, table)


def _link(target: Connection, table: Table, own: Sequence[str], linking: list[dict[str, Any]]) -> None:
    target.execute(
        update(table)
        .where(table.c.id == bindparam("to_id"))
        .values({table.c[name]: bindparam(f"to_{name}") for name in own}),
        linking,
    )


def _number_on(target: Connection, table: Table) -> None:
    """PostgreSQL numbers new rows from a sequence, which knows nothing of rows that brought their number along."""
    if target.dialect.name != "postgresql" or "id" not in table.c:
        return
    sequence = func.pg_get_serial_sequence(table.name, "id")
    target.execute(select(func.setval(sequence, func.max(table.c.id))).having(func.count() > 0))


def _own_links(table: Table) -> list[str]:
    """The columns by which a table's rows link to others of the same table."""
    links = [element for each in table.foreign_key_constraints for element in each.elements]
    return sorted({link.parent.name for link in links if link.column.table is table} - {"forum"})


def _at_once(table: Table) -> int:
    heavy: list[Column[Any]] = [column for column in table.c if isinstance(column.type, LargeBinary)]
    return 1 if heavy else ROWS


def _rows(source: Connection, table: Table) -> Generator[dict[str, Any]]:
    """The rows of a table in the order of its key, a few at a time."""
    asked = select(table).order_by(*table.primary_key)
    options = {"yield_per": _at_once(table)}
    with source.execute(asked, execution_options=options) as found:
        for row in found.mappings():
            yield dict(row)


def _batches(rows: Iterator[dict[str, Any]], size: int) -> Iterator[list[dict[str, Any]]]:
    while batch := list(islice(rows, size)):
        yield batch


@contextmanager
def _looking(url: str) -> Iterator[Connection]:
    """A connection that sees the memory as it is at one moment, and changes nothing."""
    at = parse(url)
    with migrate.named_troubles(_reader(at)) as engine, engine.connect() as connection:
        yield connection


def _reader(at: URL) -> Engine:
    if at.get_backend_name() == "sqlite":
        return sqlite.open_reader(Path(at.database or ""))
    engine = postgresql.open_engine(at, seconds=CONNECT_SECONDS)
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _onto_disk(path: Path) -> None:
    """What the system has promised to write is written before this returns."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
