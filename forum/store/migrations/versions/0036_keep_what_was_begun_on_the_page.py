"""Keep what was begun on the page."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    with op.batch_alter_table("draft", schema=None) as batch_op:
        batch_op.add_column(sa.Column("typed", sa.JSON(), nullable=False, server_default="{}"))
        batch_op.add_column(sa.Column("typed_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("mark", sa.String(length=32), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("stood", number, nullable=False, server_default="0"))
    # What was under way until now was under way in the chat alone; new rows say so themselves.
    with op.batch_alter_table("draft", schema=None) as batch_op:
        for name in ("typed", "mark", "stood"):
            batch_op.alter_column(name, server_default=None)
