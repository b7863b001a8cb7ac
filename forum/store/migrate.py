"""Migrations: numbered steps that bring the forum's memory to the layout this version of the program knows."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, Engine, MetaData, text

import forum
from forum.store import postgresql, sqlite
from forum.store.base import Base
from forum.store.engines import lock_for, parse
from forum.store.errors import NotMigrated, StoreUnavailable

FOLDER = Path(__file__).parent / "migrations"
# Two machines that start at once migrate one after the other; any number that nobody else takes.
MIGRATION_LOCK = 7_415_001
MIGRATION_SECONDS = 600


def metadata() -> MetaData:
    """All tables, with every noun's file read first, so that none is forgotten."""
    for module in pkgutil.iter_modules(forum.__path__, "forum."):
        importlib.import_module(module.name)
    return Base.metadata


def upgrade(url: str, *, folder: Path = FOLDER) -> None:
    """Bring the memory at ``url`` to the newest layout, wholly or not at all; there is no way back but a backup.

    Raises AlreadyOpen, StoreUnavailable, and what a migration itself raises.
    """
    at = parse(url)
    with _alone(at) as connection:
        command.upgrade(_config(folder, connection=connection), "head")
        if connection.dialect.name == "sqlite" and (broken := _broken_links(connection)):
            raise StoreUnavailable(f"a migration would have left links to nowhere in {broken}")


def check(url: str, *, folder: Path = FOLDER) -> None:
    """Raises NotMigrated where the memory's layout is older, or newer, than this program's."""
    known = ScriptDirectory.from_config(_config(folder)).get_current_head()
    at = parse(url)
    engine = sqlite.open_reader(Path(at.database or "")) if _is_file(at) else _server(at)
    try:
        with engine.connect() as connection:
            found = MigrationContext.configure(connection).get_current_revision()
    finally:
        engine.dispose()
    if found != known:
        raise NotMigrated(f"it is at {found or 'nothing'}, the program at {known or 'nothing'}")


def new(message: str, *, url: str, folder: Path = FOLDER, tables: MetaData | None = None) -> Path | None:
    """Write the next migration, from what the nouns now say and the memory at ``url`` does not have yet.

    ``url`` is any memory that is at the newest layout, an empty one included: it is upgraded first. Answers
    the file, to be read and corrected by hand, or None where nothing changed.
    """
    upgrade(url, folder=folder)
    tables = metadata() if tables is None else tables
    with _alone(parse(url)) as connection:
        if not differences(connection, tables):
            return None
        config = _config(folder, connection=connection, tables=tables)
        number = len(list(ScriptDirectory.from_config(config).walk_revisions())) + 1
        script = command.revision(config, message, autogenerate=True, rev_id=f"{number:04}")
    return Path(getattr(script, "path", ""))


def differences(connection: Connection, tables: MetaData) -> list[Any]:
    """What the memory has otherwise than ``tables`` say; empty when they are alike."""
    context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
    return list(compare_metadata(context, tables))


def _config(folder: Path, **given: object) -> Config:
    config = Config()
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    config.attributes.update(given)
    return config


@contextmanager
def _alone(at: URL) -> Iterator[Connection]:
    """A connection in one transaction that nobody else writes beside; kept when all went well."""
    lock = lock_for(at)
    engine = sqlite.open_writer(Path(at.database or ""), foreign_keys=False) if lock else _server(at)
    try:
        with engine.begin() as connection:
            if lock is None:
                connection.execute(text(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})"))
            yield connection
    finally:
        engine.dispose()
        if lock is not None:
            lock.close()


def _server(at: URL) -> Engine:
    return postgresql.open_engine(at, seconds=MIGRATION_SECONDS)


def _is_file(at: URL) -> bool:
    return at.get_backend_name() == "sqlite"


def _broken_links(connection: Connection) -> str:
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    return ", ".join(sorted({row[0] for row in rows}))
