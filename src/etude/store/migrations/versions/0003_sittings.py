"""Sittings of exams, and the events of each."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _sittings()
    _events()


def _sittings() -> None:
    op.create_table(
        "sitting",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("learner_id", sa.String(64), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["learner_id"], ["learner.id"], name="fk_sitting_learner_id_learner"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_sitting"),
    )
    op.create_index("ix_sitting_learner_id_started_at", "sitting", ["learner_id", "started_at"])


def _events() -> None:
    """The key is what keeps two processes from writing the same next event."""
    op.create_table(
        "sitting_event",
        sa.Column("sitting_id", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("deed", sa.String(32), nullable=False),
        sa.Column("question", sa.Integer(), nullable=False),
        sa.Column("wall", sa.DateTime(), nullable=False),
        sa.Column("monotonic", sa.Float(53), nullable=False),
        sa.Column("boot", sa.String(64), nullable=False),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["sitting_id"], ["sitting.id"], name="fk_sitting_event_sitting_id_sitting"
        ),
        sa.PrimaryKeyConstraint("sitting_id", "number", name="pk_sitting_event"),
    )
