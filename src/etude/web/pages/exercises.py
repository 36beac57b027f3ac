"""Browsing the exercises, and practising a passed one again."""

from collections.abc import Sequence

from fastapi import APIRouter, Request
from fastapi.responses import Response

from etude.domain.skills import SKILLS, Skill
from etude.web.addressed import TheExercise
from etude.web.api import assistance
from etude.web.api.exercises import exercises
from etude.web.asked import FilterAsked, KindAsked, StandingAsked
from etude.web.ground import Ground, Here
from etude.web.rendering import page

router = APIRouter(prefix="/exercises", include_in_schema=False)
_MINUTES = {most: f"at most {most} min" for most in (10, 15, 20, 30)}
_LEVELS = {1: "1, first steps", 2: "2", 3: "3", 4: "4", 5: "5, hard"}
_KINDS = {
    KindAsked.BUILD: "build: write it",
    KindAsked.FIX: "fix: mend what is wrong",
    KindAsked.EXTEND: "extend: add to what works",
}
_STANDINGS = {
    StandingAsked.NOT_PASSED: "not passed yet",
    StandingAsked.BEGUN: "begun",
    StandingAsked.PASSED: "passed",
    StandingAsked.DUE: "due for review",
}


@router.get("")
def browse(
    request: Request, here: Here, asked: FilterAsked, standing: StandingAsked = StandingAsked.ANY
) -> Response:
    practice = here.practice()
    found = exercises(here, asked, standing)
    return page(
        request,
        "exercises.html.j2",
        found=found,
        asked=asked,
        standing=standing,
        topics={one.topic: one.topic for one in practice.exercises.values()},
        skills=_practised(here),
        kinds=_KINDS,
        levels=_LEVELS,
        minutes=_MINUTES,
        standings=_STANDINGS,
        problem=practice.records.problem,
    )


@router.get("/found")
def found(
    request: Request, here: Here, asked: FilterAsked, standing: StandingAsked = StandingAsked.ANY
) -> Response:
    """The list alone, for a page that is open already."""
    return page(request, "pieces/exercises_found.html.j2", found=exercises(here, asked, standing))


@router.post("/{topic}/{name}/variant")
def variant(here: Here, exercise: TheExercise) -> Response:
    """On to a fresh variant."""
    assistance.variant(here, exercise)
    return Response(status_code=204, headers={"HX-Redirect": f"/practise/{exercise.id}"})


def _practised(here: Ground) -> Sequence[Skill]:
    """Skills that some exercise practises, in the order of the curriculum."""
    practised = {skill for one in here.practice().exercises.values() for skill in one.skills}
    return [skill for name, skill in SKILLS.items() if name in practised]
