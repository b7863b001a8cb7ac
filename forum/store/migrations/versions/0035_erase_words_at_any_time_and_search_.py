"""Erase words at any time and search reports."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "record_search",
        sa.Column("forum", sa.String(length=40), nullable=False),
        sa.Column("record_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("obligation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("phrases", sa.JSON(), nullable=False),
        sa.Column("found", sa.String(length=24), nullable=False),
        sa.Column("looked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(
            ["forum", "obligation_id"],
            ["obligation.forum", "obligation.id"],
            name=op.f("fk_record_search_forum_obligation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["forum", "record_id"], ["record.forum", "record.id"], name=op.f("fk_record_search_forum_record_id")
        ),
        sa.ForeignKeyConstraint(["forum"], ["forum.key"], name=op.f("fk_record_search_forum")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_record_search")),
        sa.UniqueConstraint("forum", "id", name=op.f("uq_record_search_forum_id")),
        sa.UniqueConstraint(
            "forum", "record_id", "obligation_id", name=op.f("uq_record_search_forum_record_id_obligation_id")
        ),
    )
    with op.batch_alter_table("reply_version", schema=None) as batch_op:
        batch_op.add_column(sa.Column("erased_at", sa.DateTime(timezone=True), nullable=True))
