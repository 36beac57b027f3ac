"""Seeing the newest run of an exercise: live while it trains, and afterwards."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from etude.render.html.run import run_view
from etude.web.addressed import TheExercise
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
        run=run_view(newest.seen, told_line, running=newest.running),
    )


@router.get("/sections")
def sections(request: Request, here: Here, exercise: TheExercise) -> Response:
    """What stands below the heading, for a page that is open already."""
    newest = newest_seen(here, exercise)
    return page(
        request, "pieces/seen.html.j2", run=run_view(newest.seen, told_line, running=newest.running)
    )


def told_line(line: int) -> str:
    """A line of a program in one file; "" where it is not known."""
    return f"line {line}" if line else ""
