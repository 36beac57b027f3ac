"""The tables, in types that SQLite and PostgreSQL share."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    String,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

# Alembic can only alter a constraint that has a name, so every one gets it by rule.
_NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
_ID = String(64)
_EXERCISE = String(200)
_SHA256 = String(64)


class UtcDateTime(TypeDecorator[datetime]):
    """A time with its zone; stored as UTC without one, because SQLite knows no zones."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value else None


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=_NAMING)


class LearnerRow(Base):
    __tablename__ = "learner"

    id: Mapped[str] = mapped_column(_ID, primary_key=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class WorkspaceRow(Base):
    __tablename__ = "workspace"

    id: Mapped[str] = mapped_column(_ID, primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


class ContentRow(Base):
    """The bytes of a file, once, however many attempts hold it."""

    __tablename__ = "content"

    sha256: Mapped[str] = mapped_column(_SHA256, primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class AttemptRow(Base):
    __tablename__ = "attempt"
    __table_args__ = (Index(None, "learner_id", "exercise", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"))
    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspace.id"), index=True)
    exercise: Mapped[str] = mapped_column(_EXERCISE)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    file: Mapped[str] = mapped_column(String(500))
    content_hash: Mapped[str] = mapped_column(_SHA256)
    seed: Mapped[int] = mapped_column(server_default="0")
    passed: Mapped[bool]
    points: Mapped[int]
    of: Mapped[int]
    report: Mapped[dict[str, Any]] = mapped_column(JSON)


class AttemptFileRow(Base):
    __tablename__ = "attempt_file"

    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id"), primary_key=True)
    path: Mapped[str] = mapped_column(String(500), primary_key=True)
    sha256: Mapped[str] = mapped_column(ForeignKey("content.sha256"), index=True)


class AttemptSeenRow(Base):
    """What there was to see of an attempt's run; beside it, since lists of attempts need none."""

    __tablename__ = "attempt_seen"

    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id"), primary_key=True)
    packed: Mapped[bytes] = mapped_column(LargeBinary)


class HintRow(Base):
    __tablename__ = "hint_shown"
    __table_args__ = (Index(None, "learner_id", "exercise"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"))
    exercise: Mapped[str] = mapped_column(_EXERCISE)
    number: Mapped[int]
    seed: Mapped[int] = mapped_column(server_default="0")
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class SolutionRow(Base):
    __tablename__ = "solution_seen"
    __table_args__ = (UniqueConstraint("learner_id", "exercise", "seed"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"))
    exercise: Mapped[str] = mapped_column(_EXERCISE)
    seed: Mapped[int] = mapped_column(server_default="0")
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class SittingRow(Base):
    __tablename__ = "sitting"
    __table_args__ = (Index(None, "learner_id", "started_at"),)

    id: Mapped[str] = mapped_column(_ID, primary_key=True)
    learner_id: Mapped[str] = mapped_column(ForeignKey("learner.id"))
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    record: Mapped[dict[str, Any]] = mapped_column(JSON)


class SittingEventRow(Base):
    """The key keeps two processes from writing the same next event."""

    __tablename__ = "sitting_event"

    sitting_id: Mapped[str] = mapped_column(ForeignKey("sitting.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    deed: Mapped[str] = mapped_column(String(32))
    question: Mapped[int]
    wall: Mapped[datetime] = mapped_column(UtcDateTime)
    monotonic: Mapped[float] = mapped_column(Float(53))
    boot: Mapped[str] = mapped_column(_ID)
    files: Mapped[dict[str, str]] = mapped_column(JSON)
    detail: Mapped[dict[str, Any]] = mapped_column(JSON)
