"""Keep all of a milestone's text."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("milestone", schema=None) as batch_op:
        batch_op.add_column(sa.Column("text", sa.Text(), nullable=False, server_default=""))
    # Of milestones that were there the title says all; new ones say so themselves.
    with op.batch_alter_table("milestone", schema=None) as batch_op:
        batch_op.alter_column("text", server_default=None)
