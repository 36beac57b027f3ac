"""Seeing the newest run of an exercise: live while it trains, and afterwards."""

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse, Response

from etude.domain.exercise import Exercise
from etude.render.html.run import run_view
from etude.web.addressed import TheExercise
from etude.web.api.runs import Wanted, start
from etude.web.ground import Here
from etude.web.newest_seen import newest_seen
from etude.web.rendering import page

router = APIRouter(prefix="/practise/{topic}/{name}/seen", include_in_schema=False)


@router.get("")
def seen(request: Request, here: Here, exercise: TheExercise) -> Response:
    newest = newest_seen(here, exercise)
    return page(
        request,
        "seen.html.j2",
        exercise=exercise,
        address=f"/practise/{exercise.id}",
        api=f"/api/exercises/{exercise.id}",
        newest=newest,
        timing=_timing(exercise),
        run=run_view(newest.seen, told_line, running=newest.running),
    )


@router.get("/sections")
def sections(request: Request, here: Here, exercise: TheExercise) -> Response:
    """What stands below the heading, for a page that is open already."""
    newest = newest_seen(here, exercise)
    return page(
        request,
        "pieces/seen.html.j2",
        timing=_timing(exercise),
        run=run_view(newest.seen, told_line, running=newest.running),
    )


@router.post("/profile")
def profile(here: Here, exercise: TheExercise) -> Response:
    """Runs the program once more and times its input pipeline; the page follows the run."""
    start(here, exercise, Wanted(profile=True))
    return PlainTextResponse("Running once more, to time each stage of the pipeline.")


def _timing(exercise: Exercise) -> str:
    return f"/practise/{exercise.id}/seen/profile"


def told_line(line: int) -> str:
    """A line of a program in one file; "" where it is not known."""
    return f"line {line}" if line else ""
