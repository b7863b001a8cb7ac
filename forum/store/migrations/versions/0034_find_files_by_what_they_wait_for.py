"""Find files by what they wait for."""

from __future__ import annotations

from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("brought_report", schema=None) as batch_op:
        batch_op.create_index("ix_brought_report_waiting", ["forum", "channel", "taken_at"], unique=False)
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.create_index("ix_evidence_obligation", ["forum", "obligation_id"], unique=False)
        batch_op.create_index("ix_evidence_waiting", ["forum", "channel", "fetched_at"], unique=False)
