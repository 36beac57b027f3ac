"""Sittings and their events as rows."""

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from etude import decoding
from etude.domain.history import Event
from etude.domain.sitting import Reading, Sitting, SittingDeed, SittingEvent
from etude.store.records import queued_by
from etude.store.tables import SittingEventRow, SittingRow


def sitting_row(sitting: Sitting, started: SittingEvent) -> SittingRow:
    return SittingRow(
        id=sitting.id,
        learner_id=sitting.learner,
        started_at=started.reading.wall,
        record=msgspec.to_builtins(sitting),
    )


def sitting_of(row: SittingRow) -> Sitting:
    return decoding.convert(row.record, Sitting)


def event_row(event: SittingEvent) -> SittingEventRow:
    return SittingEventRow(
        sitting_id=event.sitting,
        number=event.number,
        deed=str(event.deed),
        question=event.question,
        wall=event.reading.wall,
        monotonic=event.reading.monotonic,
        boot=event.reading.boot,
        files=dict(event.files),
        detail=msgspec.to_builtins(dict(event.detail)),
    )


def event_of(row: SittingEventRow) -> SittingEvent:
    return SittingEvent(
        sitting=row.sitting_id,
        number=row.number,
        deed=SittingDeed(row.deed),
        question=row.question,
        reading=Reading(wall=row.wall, monotonic=row.monotonic, boot=row.boot),
        files=row.files,
        detail=row.detail,
    )


def is_taken(session: Session, event: SittingEvent) -> bool:
    """Whether another process has written the event of this number."""
    return session.get(SittingEventRow, (event.sitting, event.number)) is not None


def queued_in(session: Session, learner: str) -> Iterator[Event]:
    """What the reviews of a learner's sittings want practised, in order."""
    asked = _queued(select(SittingEventRow), learner)
    for row in session.scalars(asked.order_by(SittingEventRow.wall, SittingEventRow.number)):
        yield from queued_by(event_of(row))


def queued_count(learner: str) -> Select[Any]:
    """How many such events there are."""
    return _queued(select(func.count()).select_from(SittingEventRow), learner)


def _queued(asked: Select[Any], learner: str) -> Select[Any]:
    return asked.join(SittingRow, SittingRow.id == SittingEventRow.sitting_id).where(
        SittingRow.learner_id == learner, SittingEventRow.deed == str(SittingDeed.QUEUED)
    )
