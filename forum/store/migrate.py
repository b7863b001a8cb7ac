"""Migrations: numbered steps that bring the forum's memory to the layout this version of the program knows."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import URL, Connection, Engine, MetaData, inspect, text
from sqlalchemy.exc import DBAPIError

import forum
from forum.store import postgresql, sqlite
from forum.store.base import Base
from forum.store.engines import lock_for, parse
from forum.store.errors import BrokenLinks, NotMigrated
from forum.store.troubles import named

if TYPE_CHECKING:
    from alembic.config import Config
    from alembic.script import Script

# The library that migrates is loaded where something is migrated; a start asks no more than which step is the last.
FOLDER = Path(__file__).parent / "migrations"
TOOL_FILE = FOLDER.parents[2] / "pyproject.toml"
# Two machines that start at once migrate one after the other; any number that nobody else takes.
MIGRATION_LOCK = 7_415_001
CONNECT_SECONDS = 9


def metadata() -> MetaData:
    """All tables, with every noun's file read first, so that none is forgotten."""
    for module in pkgutil.iter_modules(forum.__path__, "forum."):
        importlib.import_module(module.name)
    return Base.metadata


def upgrade(url: str, *, folder: Path = FOLDER) -> None:
    """Bring the memory at ``url`` to the newest layout, wholly or not at all; there is no way back but a backup.

    Raises AlreadyOpen, StoreUnavailable, BrokenLinks, and what a migration itself raises.
    """
    from alembic import command

    at = parse(url)
    with alone(at) as connection:
        command.upgrade(_config(folder, connection=connection), "head")
        if connection.dialect.name == "sqlite" and (broken := _broken_links(connection)):
            raise BrokenLinks(broken)


def check(url: str, *, folder: Path = FOLDER) -> None:
    """Before the service runs. Raises NotMigrated where the memory's layout is older, or newer, than this program's;
    NotWritable."""
    at = parse(url)
    is_file = at.get_backend_name() == "sqlite"
    if is_file:
        sqlite.must_be_writable(Path(at.database or ""))
    engine = sqlite.open_reader(Path(at.database or "")) if is_file else _server(at)
    with named_troubles(engine), engine.connect() as connection:
        found = _step_of(connection)
    if found != (known := _last_step(folder)):
        raise NotMigrated(f"it is at {found or 'nothing'}, the program at {known or 'nothing'}")


def _step_of(connection: Connection) -> str | None:
    """The number of the last step that was made here."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def _last_step(folder: Path) -> str | None:
    """The number of the last step there is: each file's name begins with its own."""
    return max((file.name.partition("_")[0] for file in (folder / "versions").glob("[0-9]*_*.py")), default=None)


def new(message: str, *, folder: Path = FOLDER, tables: MetaData | None = None) -> Path | None:
    """Write the next migration: what the nouns (or ``tables``) say now and the migrations so far do not.

    Answers the file, to be read and corrected by hand, or None where nothing changed.
    """
    from alembic import command
    from alembic.script import ScriptDirectory

    tables = metadata() if tables is None else tables
    with TemporaryDirectory() as scratch:
        url = f"sqlite:///{scratch}/forum.sqlite"
        upgrade(url, folder=folder)
        with alone(parse(url)) as connection:
            if not differences(connection, tables):
                return None
            config = _config(folder, connection=connection, tables=tables)
            number = len(list(ScriptDirectory.from_config(config).walk_revisions())) + 1
            script = command.revision(config, message, autogenerate=True, rev_id=f"{number:04}")
    return Path(cast("Script", script).path)


def differences(connection: Connection, tables: MetaData) -> list[Any]:
    """What the memory has otherwise than ``tables`` say; empty when they are alike."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
    return list(compare_metadata(context, tables))


def _config(folder: Path, **given: object) -> Config:
    """Alembic's settings stand in the tool file; where that is not installed, only ``new`` would miss them."""
    from alembic.config import Config

    config = Config(toml_file=TOOL_FILE)
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes.update(given)
    return config


@contextmanager
def alone(at: URL) -> Iterator[Connection]:
    """A connection in one transaction that nobody else writes beside; kept when all went well."""
    if at.get_backend_name() == "sqlite":
        sqlite.must_be_writable(Path(at.database or ""))
    lock = lock_for(at)
    try:
        engine = sqlite.open_writer(Path(at.database or ""), foreign_keys=False) if lock else _server(at)
        with named_troubles(engine), engine.begin() as connection:
            if lock is None:
                connection.execute(text(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})"))
            yield connection
    finally:
        if lock is not None:
            lock.close()


@contextmanager
def named_troubles(engine: Engine) -> Iterator[Engine]:
    """Leave nothing of ``engine`` open, and give its errors the forum's names."""
    try:
        yield engine
    except DBAPIError as error:
        raise named(error) from error
    finally:
        engine.dispose()


def _server(at: URL) -> Engine:
    return postgresql.open_engine(at, seconds=CONNECT_SECONDS)


def _broken_links(connection: Connection) -> str:
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    return ", ".join(sorted({row[0] for row in rows}))
