"""How Alembic runs our migrations: on the connection it is handed, all of them in its one transaction."""

from __future__ import annotations

from alembic import context

given = context.config.attributes
if "connection" not in given:
    raise SystemExit("Migrations run through `forumbot migrate`, and are made with `make migration MESSAGE=…`.")

context.configure(
    connection=given["connection"],
    target_metadata=given.get("tables"),
    compare_type=True,
    compare_server_default=True,
    # SQLite changes a column by copying the table; both databases then take the same migration.
    render_as_batch=True,
    # Ours is a real transaction on SQLite too: a migration that fails half-way leaves nothing behind.
    transactional_ddl=True,
)
context.run_migrations()
