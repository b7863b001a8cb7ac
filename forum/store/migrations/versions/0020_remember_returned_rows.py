"""Remember the rows of worksheets that came back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "returned_row",
        sa.Column("forum", sa.String(length=40), nullable=False),
        sa.Column("obligation_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("taken_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(
            ["forum", "obligation_id"],
            ["obligation.forum", "obligation.id"],
            name=op.f("fk_returned_row_forum_obligation_id"),
        ),
        sa.ForeignKeyConstraint(["forum"], ["forum.key"], name=op.f("fk_returned_row_forum")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_returned_row")),
        sa.UniqueConstraint(
            "forum", "obligation_id", "digest", name=op.f("uq_returned_row_forum_obligation_id_digest")
        ),
    )
