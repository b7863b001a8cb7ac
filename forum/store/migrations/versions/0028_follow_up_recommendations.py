"""Follow up recommendations."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

SOURCES = ("irm", "council", "ngo", "oecd", "other")
DECISIONS = ("accepted", "partly", "declined")


def upgrade() -> None:
    with op.batch_alter_table("measure", schema=None) as batch_op:
        batch_op.add_column(sa.Column("noun", sa.String(length=24), nullable=False, server_default="measure"))
        batch_op.add_column(
            sa.Column("source", sa.Enum(*SOURCES, name="source", native_enum=False, length=24), nullable=True)
        )
        batch_op.add_column(sa.Column("source_url", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("text", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("text_en", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("response", sa.Text(), nullable=True))
        batch_op.add_column(
            sa.Column("decision", sa.Enum(*DECISIONS, name="decision", native_enum=False, length=24), nullable=True)
        )
    # All rows that were there are measures; new ones say so themselves.
    with op.batch_alter_table("measure", schema=None) as batch_op:
        batch_op.alter_column("noun", server_default=None)
