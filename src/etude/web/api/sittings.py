"""Sittings: begun, looked at, paused, finished, looked back at."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter
from fastapi.responses import Response
from pydantic import Field

from etude.app.credentials import open_issuer
from etude.app.exam.begin import MOST_SEED, Beginning, begin, new_folder, random_seed
from etude.app.exam.desk import REVIEW_RECORD
from etude.app.exam.look import enter
from etude.app.exam.pause import pause, resume
from etude.app.exam.reviewed import result
from etude.app.exam.settle import finish
from etude.app.run_log import RunLog
from etude.catalog.data import public_data
from etude.domain.problem import Problem
from etude.domain.sitting import Allowances
from etude.render.html.review import review_page
from etude.render.sitting_json import sitting_record
from etude.web.ground import Ground, Here, NotFound, named_in
from etude.web.sat import SITTING, Sat, TheSitting

router = APIRouter(prefix="/api/sittings", tags=["sittings"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Attributes: seed: of the paper; None for chance."""

    blueprint: str
    extra_minutes: Annotated[int, Field(ge=0, le=1440)] = 0
    pauses: bool = False
    seed: Annotated[int, Field(ge=0, lt=MOST_SEED)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """Attributes: id: of what was begun, "" when nothing had to be."""

    id: str


@router.get("")
def sittings(here: Here) -> Sequence[Mapping[str, Any]]:
    """Those of this learner, the oldest first."""
    exam = here.exam()
    found = [Sat(exam=exam, sitting=one) for one in exam.store.sittings(exam.learner)]
    return [record_of(sat) for sat in found]


@router.post("", status_code=201)
def start(here: Here, wish: Wish) -> Mapping[str, Any]:
    """Begins a sitting in a new folder; its clock runs from when this is answered."""
    return record_of(begin_sitting(here, wish))


@router.get(SITTING)
def sitting(sat: TheSitting) -> Mapping[str, Any]:
    """How it stands; during the sitting no more than a candidate may know."""
    return record_of(sat)


@router.post(f"{SITTING}/keep")
def keep(sat: TheSitting) -> Mapping[str, Any]:
    """Keeps what lies in its folders, whichever program put it there."""
    enter(sat.exam, sat.sitting)
    return record_of(sat)


@router.post(f"{SITTING}/pause")
def stop_clock(sat: TheSitting) -> Mapping[str, Any]:
    """Stops the clock, where that is allowed."""
    pause(sat.exam, sat.sitting)
    return record_of(sat)


@router.post(f"{SITTING}/resume")
def go_on(sat: TheSitting) -> Mapping[str, Any]:
    """Lets the clock go on."""
    resume(sat.exam, sat.sitting)
    return record_of(sat)


@router.post(f"{SITTING}/finish")
def end(here: Here, sat: TheSitting) -> Mapping[str, Any]:
    """Ends it: what lies in the folders and was not submitted is submitted, and marked."""
    finish(sat.exam, sat.sitting)
    here.exam_desk.mark(sat.exam, sat.sitting)
    return record_of(sat)


@router.post(f"{SITTING}/marking", status_code=202)
def mark(here: Here, sat: TheSitting) -> Doing:
    """Marks what waits for its mark; ``submissions`` of the sitting tell when it is there."""
    return _doing(here.exam_desk.mark(sat.exam, sat.sitting))


@router.get(f"{SITTING}/result")
def reached(sat: TheSitting) -> Mapping[str, Any]:
    """What a sitting that is over came to, by category and skill."""
    found = result(sat.exam, sat.sitting)
    record: dict[str, Any] = msgspec.to_builtins(found)
    return record | {"passed": found.passed}


@router.post(f"{SITTING}/review", status_code=202)
def look_back(here: Here, sat: TheSitting) -> Doing:
    """Begins to look for the reasons of lost points, and queues exercises for practice."""
    return _doing(make_review(here, sat))


@router.get(f"{SITTING}/review", responses={200: {"model": dict[str, Any]}})
def reasons(here: Here, sat: TheSitting) -> Response:
    """The reasons of lost points, when they have been looked for."""
    content = made_review(here, sat, REVIEW_RECORD)
    if content is None:
        raise NotFound("There is no review yet: ask for one by POST.")
    return Response(content, media_type="application/json")


def record_of(sat: Sat) -> Mapping[str, Any]:
    state = sat.state()
    return sitting_record(state, sat.marks(state))


def begin_sitting(ground: Ground, wish: Wish) -> Sat:
    """Raises as ``begin`` does, and ``NotFound`` for an exam that there is not."""
    exam = ground.exam()
    blueprint = named_in(exam.blueprints, wish.blueprint, "exam")
    beginning = Beginning(
        blueprint=blueprint,
        workspace=new_folder(ground.start, blueprint),
        seed=random_seed() if wish.seed is None else wish.seed,
        id=os.urandom(16).hex(),
        allowances=Allowances(extra_minutes=wish.extra_minutes, pauses=wish.pauses),
    )
    return Sat(exam=exam, sitting=begin(exam, beginning, public_data=public_data))


def make_review(ground: Ground, sat: Sat) -> RunLog:
    """Begins it, unless it is there or being made."""
    return ground.exam_desk.look_back(
        sat.exam, sat.sitting, page=review_page, self_issued=_self_issued(ground)
    )


def made_review(ground: Ground, sat: Sat, name: str) -> bytes | None:
    """A file of the review; None while there is none."""
    folder = ground.exam_desk.reviewed(sat.exam, sat.sitting)
    return (folder / name).read_bytes() if folder is not None else None


def _self_issued(ground: Ground) -> bool:
    """Whether the issuer of this machine has no name, or there is none."""
    try:
        return open_issuer(ground.places).issuer().self_issued
    except Problem:  # what credentials need is not installed
        return True


def _doing(log: RunLog | None) -> Doing:
    return Doing(id=log.id if log is not None else "")
