"""Land rows cell by cell."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # What has landed as the site said it nobody can read any more: such a reading begins anew, and asks the site again.
    op.execute("DELETE FROM landed_row")
    known = sa.table(
        "workspace_list",
        sa.column("reading_token", sa.Text()),
        sa.column("reading_at", sa.DateTime()),
        sa.column("reading_after", sa.BigInteger()),
        sa.column("reading_landed", sa.Boolean()),
        sa.column("reading_taken", sa.BigInteger()),
    )
    op.execute(
        known.update().values(
            reading_token="", reading_at=None, reading_after=0, reading_landed=sa.false(), reading_taken=0
        )
    )
    with op.batch_alter_table("landed_row", schema=None) as batch_op:
        batch_op.add_column(sa.Column("editor", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("modified", sa.Text(), nullable=False))
        batch_op.add_column(sa.Column("unread", sa.Text(), nullable=True))
        for number in range(1, 33):
            batch_op.add_column(sa.Column(f"c{number:02}", sa.Text(), nullable=True))
        batch_op.drop_column("body")
