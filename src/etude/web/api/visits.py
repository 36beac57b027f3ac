"""Visits to the doctor: programs that `etude doctor` ran or runs."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter
from fastapi.sse import EventSourceResponse, ServerSentEvent

from etude.app.run_log import RunEvent
from etude.app.visits import Told, Visits
from etude.render.checkup_json import checkup_record
from etude.render.curves import Curve, curves
from etude.web.following_log import follow_log
from etude.web.ground import Ground, Here, NotFound

router = APIRouter(prefix="/api/doctor", tags=["doctor"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Visited:
    """Attributes:
    id: by which it is asked for; at: when it began, in ISO 8601.
    findings: how many there are so far.
    """

    id: str
    target: str
    at: str
    running: bool
    findings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Attributes:
    lost: whether it was cut off: étude was ended before the program was.
    report: described by docs/checkup.schema.json; None before anything was seen.
    """

    id: str
    target: str
    at: str
    running: bool
    lost: bool
    report: Mapping[str, Any] | None


@router.get("")
def visits(here: Here) -> Sequence[Visited]:
    """The newest first."""
    found = Visits(state=here.places.state).newest_first(now=here.now())
    return [
        Visited(
            id=one.id,
            target=one.begun.target,
            at=one.begun.at,
            running=one.running,
            findings=len(one.checkup.findings) if one.checkup else 0,
        )
        for one in found
    ]


@router.get("/{visit}")
def visit(here: Here, visit: str) -> Report:
    """The report as far as it has come, as `etude doctor --json` prints it."""
    told = visit_named(here, visit)
    return Report(
        id=told.id,
        target=told.begun.target,
        at=told.begun.at,
        running=told.running,
        lost=told.lost,
        report=checkup_record(told.checkup) if told.checkup else None,
    )


@router.get("/{visit}/curves")
def visit_curves(here: Here, visit: str) -> Sequence[Curve]:
    """The curves of its trainings, as far as they have come."""
    checkup = visit_named(here, visit).checkup
    return curves(checkup) if checkup is not None else []


@router.get("/{visit}/events", response_class=EventSourceResponse)
async def events(here: Here, visit: str) -> AsyncIterator[ServerSentEvent]:
    """ "started", then "seen" whenever there is more to see, and "ended"."""
    log = Visits(state=here.places.state).logs.find(visit)
    found = follow_log(log, now=here.now) if log is not None else _nothing()
    async for event in found:
        yield ServerSentEvent(data=event.data, event=event.event, id=str(event.number))


def visit_named(ground: Ground, visit: str) -> Told:
    """Raises:
    NotFound: there is none, or it is no longer kept.
    """
    found = Visits(state=ground.places.state).find(visit, now=ground.now())
    if found is None:
        raise NotFound("There is no such visit to the doctor; only the newest are kept.")
    return found


async def _nothing() -> AsyncIterator[RunEvent]:
    """A visit that is no longer kept has ended."""
    yield RunEvent(number=0, event="ended", data={"how": "lost"})
