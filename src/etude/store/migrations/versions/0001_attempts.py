"""Learners, workspaces, attempts with their files, hints and solutions shown."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _identities()
    _attempts()
    _help_given()


def _identities() -> None:
    op.create_table(
        "learner",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_learner"),
    )
    op.create_table(
        "workspace",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("learner_id", sa.String(64), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        _to_learner("workspace"),
        sa.PrimaryKeyConstraint("id", name="pk_workspace"),
    )
    op.create_index("ix_workspace_learner_id", "workspace", ["learner_id"])


def _attempts() -> None:
    op.create_table(
        "content",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_content"),
    )
    op.create_table(
        "attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("learner_id", sa.String(64), nullable=False),
        sa.Column("workspace_id", sa.String(64), nullable=False),
        sa.Column("exercise", sa.String(200), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("file", sa.String(500), nullable=False),
        sa.Column("content_hash", sa.String(64), nullable=False),
        sa.Column("passed", sa.Boolean(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("of", sa.Integer(), nullable=False),
        sa.Column("report", sa.JSON(), nullable=False),
        _to_learner("attempt"),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name="fk_attempt_workspace_id_workspace"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_attempt"),
    )
    op.create_index("ix_attempt_workspace_id", "attempt", ["workspace_id"])
    op.create_index(
        "ix_attempt_learner_id_exercise_at", "attempt", ["learner_id", "exercise", "at"]
    )
    _attempt_files()


def _attempt_files() -> None:
    op.create_table(
        "attempt_file",
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("path", sa.String(500), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name="fk_attempt_file_attempt_id_attempt"
        ),
        sa.ForeignKeyConstraint(
            ["sha256"], ["content.sha256"], name="fk_attempt_file_sha256_content"
        ),
        sa.PrimaryKeyConstraint("attempt_id", "path", name="pk_attempt_file"),
    )
    op.create_index("ix_attempt_file_sha256", "attempt_file", ["sha256"])


def _help_given() -> None:
    op.create_table(
        "hint_shown",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("learner_id", sa.String(64), nullable=False),
        sa.Column("exercise", sa.String(200), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        _to_learner("hint_shown"),
        sa.PrimaryKeyConstraint("id", name="pk_hint_shown"),
    )
    op.create_index("ix_hint_shown_learner_id_exercise", "hint_shown", ["learner_id", "exercise"])
    op.create_table(
        "solution_seen",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("learner_id", sa.String(64), nullable=False),
        sa.Column("exercise", sa.String(200), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        _to_learner("solution_seen"),
        sa.PrimaryKeyConstraint("id", name="pk_solution_seen"),
        sa.UniqueConstraint("learner_id", "exercise", name="uq_solution_seen_learner_id_exercise"),
    )


def _to_learner(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_learner_id_learner"
    return sa.ForeignKeyConstraint(["learner_id"], ["learner.id"], name=name)
