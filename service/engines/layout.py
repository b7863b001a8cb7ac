"""The layout of the scale engine's own tables, in a schema of their own: nothing in them is the forum's."""

from __future__ import annotations

from importlib.metadata import version

import psycopg
from procrastinate.schema import SchemaManager

from forum.store.errors import NotMigrated
from forum.store.migrate import MIGRATION_LOCK
from forum.store.postgresql import conninfo

SCHEMA = "forumbot_engine"


def lay_out(url: str) -> None:
    """Lay the tables out in the database at ``url`` for this version of the library. Those of another version are
    replaced: they hold nothing but wakes, and every pump looks for its work by itself."""
    with psycopg.connect(conninfo(url)) as connection:
        connection.execute("SELECT pg_advisory_xact_lock(%s)", [MIGRATION_LOCK])
        if _laid_out(connection) == _known():
            return
        connection.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
        connection.execute(f"CREATE SCHEMA {SCHEMA}")
        connection.execute(f"SET LOCAL search_path = {SCHEMA}")
        connection.execute(SchemaManager.get_schema())
        connection.execute(f"COMMENT ON SCHEMA {SCHEMA} IS '{_known()}'")


def check(url: str) -> None:
    """Raises NotMigrated where the tables are missing, or another version's."""
    with psycopg.connect(conninfo(url)) as connection:
        found = _laid_out(connection)
    if found != _known():
        raise NotMigrated(f"the engine's tables are {found or 'missing'}")


def _laid_out(connection: psycopg.Connection) -> str | None:
    asked = "SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = %s"
    row = connection.execute(asked, [SCHEMA]).fetchone()
    return row[0] if row else None


def _known() -> str:
    return f"procrastinate {version('procrastinate')}"
