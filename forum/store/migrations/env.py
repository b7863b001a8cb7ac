"""How Alembic runs our migrations: on the connection it is handed, all of them in its one transaction."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from sqlalchemy import TypeDecorator


def plainly(kind: str, item: Any, _: object) -> str | Literal[False]:
    """Types of our own are written as what the database keeps: an old migration must not change with our code."""
    return f"sa.{item.impl!r}" if kind == "type" and isinstance(item, TypeDecorator) else False


given = context.config.attributes
if "connection" not in given:
    raise SystemExit("Migrations run through `forumbot migrate`, and are made with `make migration MESSAGE=…`.")

context.configure(
    connection=given["connection"],
    target_metadata=given.get("tables"),
    compare_type=True,
    compare_server_default=True,
    render_item=plainly,
    # SQLite changes a column by copying the table; both databases then take the same migration.
    render_as_batch=True,
    # Ours is a real transaction on SQLite too: a migration that fails half-way leaves nothing behind.
    transactional_ddl=True,
)
context.run_migrations()
