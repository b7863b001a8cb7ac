"""Keep milestones."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

COMPLETIONS = ("no_evidence", "not_started", "limited", "substantial", "complete", "withdrawn")


def upgrade() -> None:
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    completion = sa.Enum(*COMPLETIONS, name="completion", native_enum=False, length=24)
    op.create_table(
        "milestone",
        sa.Column("forum", sa.String(length=40), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("measure_id", number, nullable=False),
        sa.Column("plan_id", number, nullable=True),
        sa.Column("due_text", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("completion", completion, nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("gone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", number, autoincrement=True, nullable=False),
        sa.ForeignKeyConstraint(
            ["forum", "measure_id"], ["measure.forum", "measure.id"], name=op.f("fk_milestone_forum_measure_id")
        ),
        sa.ForeignKeyConstraint(
            ["forum", "plan_id"], ["plan.forum", "plan.id"], name=op.f("fk_milestone_forum_plan_id")
        ),
        sa.ForeignKeyConstraint(["forum"], ["forum.key"], name=op.f("fk_milestone_forum")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_milestone")),
        sa.UniqueConstraint("forum", "id", name=op.f("uq_milestone_forum_id")),
    )
    with op.batch_alter_table("milestone", schema=None) as batch_op:
        batch_op.create_index("ix_milestone_measure", ["forum", "measure_id"], unique=False)
