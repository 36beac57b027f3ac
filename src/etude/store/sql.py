"""Keeps attempts in a database: SQLite in the user's state folder, or any other by its URL."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

import msgspec
from sqlalchemy import URL, Engine, case, delete, func, make_url, select
from sqlalchemy.exc import ArgumentError, IntegrityError
from sqlalchemy.orm import Session

from etude import decoding
from etude.domain.history import Event
from etude.domain.report import Report
from etude.domain.seen import Seen
from etude.domain.sitting import Sitting, SittingEvent
from etude.domain.submission import Submission
from etude.store.engine import dispose, for_writing, open_engine
from etude.store.history_rows import about, help_taken, tries
from etude.store.let_go import let_go
from etude.store.migrate import migrate
from etude.store.packing import packed, unpacked
from etude.store.port import StoreProblem
from etude.store.records import Attempt, Brief, Standing
from etude.store.sitting_rows import (
    event_of,
    event_row,
    is_taken,
    queued_count,
    queued_in,
    sitting_of,
    sitting_row,
)
from etude.store.tables import (
    AttemptFileRow,
    AttemptRow,
    AttemptSeenRow,
    Base,
    ContentRow,
    HintRow,
    LearnerRow,
    SittingEventRow,
    SittingRow,
    SolutionRow,
    WorkspaceRow,
)
from etude.store.trouble import told_plainly

_BRIEF = (
    AttemptRow.id.label("number"),
    AttemptRow.exercise,
    AttemptRow.at,
    AttemptRow.seed,
    AttemptRow.passed,
    AttemptRow.points,
    AttemptRow.of,
)


class SqlStore:
    """Keeps attempts by SQLAlchemy; every method is one transaction.

    Args:
      url: such as ``sqlite:////home/me/etude.db`` or ``postgresql+psycopg://...``.

    Raises:
      StoreProblem: the database cannot be opened.
    """

    def __init__(self, url: str | URL) -> None:
        self._where = _where(url)
        with told_plainly(self._where):
            self._engine = open_engine(url)
            try:
                migrate(self._engine)
            except BaseException:
                dispose(self._engine)
                raise

    def add_attempt(self, attempt: Attempt, *, seen: Seen | None = None) -> int:
        with self._writing() as session:
            _know_learner(session, attempt.learner, attempt.at)
            _know_workspace(session, attempt)
            hashes = {path: _sha256(data) for path, data in attempt.submission.files.items()}
            for path, data in attempt.submission.files.items():
                _add_once(session, ContentRow(sha256=hashes[path], content=data), hashes[path])
            row = _attempt_row(attempt, hashes)
            session.add(row)
            session.flush()
            session.add_all(
                AttemptFileRow(attempt_id=row.id, path=path, sha256=digest)
                for path, digest in hashes.items()
            )
            shown = packed(seen) if seen is not None else None
            if shown is not None:
                session.add(AttemptSeenRow(attempt_id=row.id, packed=shown))
                session.flush()
                _let_go(session, row)
            return row.id

    def attempt(self, learner: str, number: int) -> Attempt | None:
        asked = select(AttemptRow).where(AttemptRow.id == number, AttemptRow.learner_id == learner)
        with self._reading() as session:
            row = session.scalar(asked)
            return _attempt(row, _files(session, row)) if row is not None else None

    def seen(self, learner: str, number: int) -> Seen | None:
        asked = (
            select(AttemptSeenRow.packed)
            .join(AttemptRow, AttemptRow.id == AttemptSeenRow.attempt_id)
            .where(AttemptRow.id == number, AttemptRow.learner_id == learner)
        )
        with self._reading() as session:
            data = session.scalar(asked)
        return unpacked(data, Seen) if data is not None else None

    def attempts(self, learner: str, exercise: str, *, limit: int = 20) -> Sequence[Attempt]:
        asked = (
            select(AttemptRow)
            .where(AttemptRow.learner_id == learner, AttemptRow.exercise == exercise)
            .order_by(AttemptRow.at.desc(), AttemptRow.id.desc())
            .limit(limit)
        )
        with self._reading() as session:
            return [_attempt(row, _files(session, row)) for row in session.scalars(asked)]

    def newest(
        self, learner: str, *, limit: int = 50, before: int = 0, exercise: str = ""
    ) -> Sequence[Brief]:
        asked = (
            select(*_BRIEF)
            .where(*about(AttemptRow, learner, exercise))
            .order_by(AttemptRow.id.desc())
            .limit(limit)
        )
        if before:
            asked = asked.where(AttemptRow.id < before)
        with self._reading() as session:
            return [Brief(**row._mapping) for row in session.execute(asked)]

    def growth(self, learner: str) -> int:
        own = [
            select(func.count()).select_from(table).where(table.learner_id == learner)
            for table in (AttemptRow, HintRow, SolutionRow)
        ]
        asked = select(*(one.scalar_subquery() for one in (*own, queued_count(learner))))
        with self._reading() as session:
            return sum(session.execute(asked).one())

    def standings(self, learner: str) -> Mapping[str, Standing]:
        with self._reading() as session:
            found = _attempted(session, learner)
            for exercise, hints in _hints(session, learner):
                found[exercise] = replace(_standing(found, exercise), hints=hints)
            for exercise in _solutions(session, learner):
                found[exercise] = replace(_standing(found, exercise), solution_seen=True)
        return dict(sorted(found.items()))

    def history(self, learner: str, *, exercise: str = "") -> Sequence[Event]:
        with self._reading() as session:
            practised = [
                *tries(session, learner, exercise),
                *help_taken(session, learner, exercise),
            ]
            queued = [
                event
                for event in queued_in(session, learner)
                if not exercise or event.exercise == exercise
            ]
        return sorted([*practised, *queued], key=lambda event: event.at)

    def add_hint(
        self, learner: str, exercise: str, number: int, *, at: datetime, seed: int = 0
    ) -> None:
        row = HintRow(learner_id=learner, exercise=exercise, number=number, at=at, seed=seed)
        with self._writing() as session:
            _know_learner(session, learner, at)
            session.add(row)

    def add_solution_seen(
        self, learner: str, exercise: str, *, at: datetime, seed: int = 0
    ) -> None:
        row = SolutionRow(learner_id=learner, exercise=exercise, at=at, seed=seed)
        with self._writing() as session:
            _know_learner(session, learner, at)
            if not _was_seen(session, row):
                session.add(row)

    def add_sitting(self, sitting: Sitting, started: SittingEvent) -> None:
        with self._writing() as session:
            _know_learner(session, sitting.learner, started.reading.wall)
            session.add(sitting_row(sitting, started))
            session.flush()
            session.add(event_row(started))

    def sitting(self, sitting_id: str) -> Sitting | None:
        with self._reading() as session:
            row = session.get(SittingRow, sitting_id)
            return sitting_of(row) if row is not None else None

    def sittings(self, learner: str) -> Sequence[Sitting]:
        asked = (
            select(SittingRow)
            .where(SittingRow.learner_id == learner)
            .order_by(SittingRow.started_at)
        )
        with self._reading() as session:
            return [sitting_of(row) for row in session.scalars(asked)]

    def add_sitting_event(self, event: SittingEvent) -> bool:
        with self._writing() as session:
            try:
                with session.begin_nested():
                    session.add(event_row(event))
            except IntegrityError:
                if not is_taken(session, event):
                    raise
                return False
        return True

    def sitting_events(self, sitting_id: str, *, after: int = 0) -> Sequence[SittingEvent]:
        asked = (
            select(SittingEventRow)
            .where(SittingEventRow.sitting_id == sitting_id, SittingEventRow.number > after)
            .order_by(SittingEventRow.number)
        )
        with self._reading() as session:
            return [event_of(row) for row in session.scalars(asked)]

    def close(self) -> None:
        dispose(self._engine)

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        with self._session(for_writing(self._engine)) as session:
            yield session

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        with self._session(self._engine) as session:
            yield session

    @contextmanager
    def _session(self, engine: Engine) -> Iterator[Session]:
        with told_plainly(self._where), Session(engine) as session, session.begin():
            yield session


def _where(url: str | URL) -> str:
    """What people call this database; never its password."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StoreProblem(
            "expected the URL of a database, such as postgresql+psycopg://me@host/etude, and "
            "this is none. Mend it, or take it away to keep attempts in your state folder."
        ) from None
    if parsed.get_backend_name() == "sqlite":
        return parsed.database or "memory"
    return parsed.render_as_string(hide_password=True)


def _know_learner(session: Session, learner: str, at: datetime) -> None:
    _add_once(session, LearnerRow(id=learner, created_at=at), learner)


def _know_workspace(session: Session, attempt: Attempt) -> None:
    row = WorkspaceRow(id=attempt.workspace, learner_id=attempt.learner, created_at=attempt.at)
    _add_once(session, row, attempt.workspace)


def _add_once(session: Session, row: Base, key: str) -> None:
    """Adds a row unless its key is there already, if only since a moment ago."""
    if session.get(type(row), key) is not None:
        return
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        if session.get(type(row), key) is None:
            raise


def _attempt_row(attempt: Attempt, hashes: Mapping[str, str]) -> AttemptRow:
    report = attempt.report
    return AttemptRow(
        learner_id=attempt.learner,
        workspace_id=attempt.workspace,
        exercise=attempt.submission.exercise,
        at=attempt.at,
        file=attempt.submission.file,
        content_hash=_sha256(repr(sorted(hashes.items())).encode()),
        seed=attempt.submission.seed,
        passed=report.passed,
        points=report.points,
        of=report.of,
        report=msgspec.to_builtins(report),
    )


def _let_go(session: Session, newest: AttemptRow) -> None:
    """Pictures of earlier attempts at the same exercise."""
    asked = (
        select(*_BRIEF)
        .join(AttemptSeenRow, AttemptSeenRow.attempt_id == AttemptRow.id)
        .where(*about(AttemptRow, newest.learner_id, newest.exercise))
    )
    gone = let_go([Brief(**row._mapping) for row in session.execute(asked)])
    if gone:
        session.execute(delete(AttemptSeenRow).where(AttemptSeenRow.attempt_id.in_(gone)))


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _files(session: Session, row: AttemptRow) -> dict[str, bytes]:
    asked = (
        select(AttemptFileRow.path, ContentRow.content)
        .join(ContentRow, ContentRow.sha256 == AttemptFileRow.sha256)
        .where(AttemptFileRow.attempt_id == row.id)
        .order_by(AttemptFileRow.path)
    )
    return {row.path: row.content for row in session.execute(asked)}


def _attempt(row: AttemptRow, files: Mapping[str, bytes]) -> Attempt:
    return Attempt(
        learner=row.learner_id,
        workspace=row.workspace_id,
        at=row.at,
        submission=Submission(exercise=row.exercise, file=row.file, files=files, seed=row.seed),
        report=decoding.convert(row.report, Report, strict=False),  # some numbers are names
        number=row.id,
    )


def _attempted(session: Session, learner: str) -> dict[str, Standing]:
    asked = (
        select(
            AttemptRow.exercise,
            func.count(),
            func.max(case((AttemptRow.passed, 1), else_=0)),
            func.max(AttemptRow.points),
            func.max(AttemptRow.of),
            func.max(AttemptRow.at),
        )
        .where(AttemptRow.learner_id == learner)
        .group_by(AttemptRow.exercise)
    )
    return {
        exercise: Standing(
            exercise=exercise, attempts=count, passed=bool(passed), points=points, of=of, last_at=at
        )
        for exercise, count, passed, points, of, at in session.execute(asked)
    }


def _hints(session: Session, learner: str) -> Iterator[tuple[str, int]]:
    asked = (
        select(HintRow.exercise, func.max(HintRow.number))
        .where(HintRow.learner_id == learner)
        .group_by(HintRow.exercise)
    )
    yield from ((exercise, number) for exercise, number in session.execute(asked))


def _was_seen(session: Session, row: SolutionRow) -> bool:
    asked = select(SolutionRow.id).where(
        SolutionRow.learner_id == row.learner_id,
        SolutionRow.exercise == row.exercise,
        SolutionRow.seed == row.seed,
    )
    return session.scalar(asked) is not None


def _solutions(session: Session, learner: str) -> list[str]:
    asked = select(SolutionRow.exercise).where(SolutionRow.learner_id == learner)
    return list(session.scalars(asked))


def _standing(found: Mapping[str, Standing], exercise: str) -> Standing:
    return found.get(exercise, Standing(exercise=exercise))
