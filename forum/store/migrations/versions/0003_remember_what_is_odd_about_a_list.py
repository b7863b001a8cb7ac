"""Remember what is odd about a list."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("workspace_list", schema=None) as batch_op:
        # Lists that were read before begin with nothing odd about them; the next reading looks.
        for name in ("remarks", "untidy"):
            batch_op.add_column(sa.Column(name, sa.JSON(), nullable=False, server_default="[]"))
    with op.batch_alter_table("workspace_list", schema=None) as batch_op:
        for name in ("remarks", "untidy"):
            batch_op.alter_column(name, server_default=None)
