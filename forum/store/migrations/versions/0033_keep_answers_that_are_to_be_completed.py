"""Keep answers that are to be completed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "returned_answer",
        sa.Column("forum", sa.String(length=40), nullable=False),
        sa.Column("reply_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("turn", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("version", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(
            ["forum", "by_id"], ["person.forum", "person.id"], name=op.f("fk_returned_answer_forum_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["forum", "reply_id"], ["reply.forum", "reply.id"], name=op.f("fk_returned_answer_forum_reply_id")
        ),
        sa.ForeignKeyConstraint(["forum"], ["forum.key"], name=op.f("fk_returned_answer_forum")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_returned_answer")),
        sa.UniqueConstraint("forum", "reply_id", "turn", name=op.f("uq_returned_answer_forum_reply_id_turn")),
    )
