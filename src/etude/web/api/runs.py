"""Runs of an exercise, and what happens in them."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Header
from fastapi.sse import EventSourceResponse, ServerSentEvent

from etude.app.practise import PROFILE_SECONDS
from etude.domain.exercise import Exercise
from etude.web.addressed import EXERCISE, TheExercise
from etude.web.following import Follower
from etude.web.ground import Ground, Here, NotFound

router = APIRouter(prefix=f"/api{EXERCISE}", tags=["runs"])


def _last_seen(
    last_event_id: Annotated[str, Header(alias="Last-Event-ID")] = "",
    after: str = "",
) -> str:
    """A browser sends the header when it connects again by itself, a page the query."""
    return last_event_id or after


LastSeen = Annotated[str, Depends(_last_seen)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Attributes:
    program: digest of the file that is meant to be run, "" for whatever is there.
    again: also when the newest run was of this very program.
    profile: also measure the input pipeline stage by stage, which takes some seconds more.
    """

    program: str = ""
    again: bool = True
    profile: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """Attributes: run: its id, with which its events begin."""

    run: str


@router.post("/runs", status_code=202)
def start(here: Here, exercise: TheExercise, wanted: Wanted) -> Begun:
    """Runs and judges the file as it is; an earlier run that still goes on is given up.

    Two pages that ask for the same program at once get the same run.
    """
    practice = here.practice()
    known = None
    if not wanted.profile:
        known = here.desk.known(practice, exercise, program=wanted.program, ended=not wanted.again)
    seconds = PROFILE_SECONDS if wanted.profile else 0.0
    run = known or here.desk.start(practice, exercise, profile_seconds=seconds)
    return Begun(run=run.id)


@router.post("/runs/give_up", status_code=202)
def give_up(here: Here, exercise: TheExercise) -> Begun:
    """Asks the newest run to end."""
    run = here.desk.runs(here.practice(), exercise).last()
    if run is None:
        raise NotFound(f"{exercise.id} has not been run yet.")
    run.give_up()
    return Begun(run=run.id)


@router.get("/events", response_class=EventSourceResponse)
async def events(
    here: Here, exercise: TheExercise, last_seen: LastSeen
) -> AsyncIterator[ServerSentEvent]:
    """Changes of the file ("file") and the newest run: "started", "waiting" where many run at once,
    "fact", "verdict", "report", "ended". A reader that was cut off goes on where it was by
    ``Last-Event-ID``.
    """
    async for happening in follower(here, exercise, last_seen).follow():
        yield ServerSentEvent(data=happening.data, event=happening.event, id=happening.id or None)


def follower(ground: Ground, exercise: Exercise, last_seen: str) -> Follower:
    practice = ground.practice()
    return Follower(
        ground=ground,
        file=practice.workspace.path(exercise),
        runs=ground.desk.runs(practice, exercise),
        seen=last_seen,
    )
