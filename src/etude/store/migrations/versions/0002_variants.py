"""Which variant an attempt answers, and for which one a hint or the solution was shown."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What is there belongs to the exercises as they stand, whose seed is 0."""
    for table in ("attempt", "hint_shown"):
        op.add_column(table, _seed())
    with op.batch_alter_table("solution_seen") as changed:
        changed.add_column(_seed())
        changed.drop_constraint("uq_solution_seen_learner_id_exercise", type_="unique")
        changed.create_unique_constraint(
            "uq_solution_seen_learner_id_exercise_seed", ["learner_id", "exercise", "seed"]
        )


def _seed() -> sa.Column[int]:
    return sa.Column("seed", sa.Integer(), nullable=False, server_default="0")
