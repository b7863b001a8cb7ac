"""Keep which message gave words in English."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("publication_text", schema=None) as batch_op:
        batch_op.add_column(sa.Column("heard_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_publication_text_forum_heard_id"), "incoming_message", ["forum", "heard_id"], ["forum", "id"]
        )
