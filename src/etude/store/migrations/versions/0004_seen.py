"""What there was to see of the run of an attempt."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "attempt_seen",
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name="fk_attempt_seen_attempt_id_attempt"
        ),
        sa.PrimaryKeyConstraint("attempt_id", name="pk_attempt_seen"),
    )
