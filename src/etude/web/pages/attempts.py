"""The attempts at an exercise: what there was to see of each, and two beside each other."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from etude.render.html.difference import difference
from etude.render.html.report import report_block
from etude.render.html.run import run_view
from etude.store.let_go import NEWEST
from etude.web.addressed import TheExercise
from etude.web.api.attempts import Number, NumberAsked, kept
from etude.web.api.attempts import attempts as attempts_at
from etude.web.ground import Here
from etude.web.kept import kept_attempt, side_of
from etude.web.pages.seen import told_line
from etude.web.rendering import page

router = APIRouter(prefix="/attempts/{topic}/{name}", include_in_schema=False)


@router.get("")
def attempts(request: Request, here: Here, exercise: TheExercise) -> Response:
    found = attempts_at(here, exercise)
    return page(request, "attempts.html.j2", exercise=exercise, attempts=found)


@router.get("/compared")
def compared(
    request: Request, here: Here, exercise: TheExercise, before: NumberAsked, after: NumberAsked
) -> Response:
    first, second = (kept_attempt(here, exercise, number) for number in (before, after))
    shown = difference(side_of(here, first), side_of(here, second))
    return page(
        request,
        "compared.html.j2",
        exercise=exercise,
        before=kept(first),
        after=kept(second),
        shown=shown,
    )


@router.get("/{number}")
def attempt(request: Request, here: Here, exercise: TheExercise, number: Number) -> Response:
    found = kept_attempt(here, exercise, number)
    side = side_of(here, found)
    return page(
        request,
        "attempt.html.j2",
        exercise=exercise,
        attempt=kept(found),
        block=report_block(side.report, side.files),
        problem="",
        files=side.files,
        run=run_view(side.seen, told_line),
        seen_kept=NEWEST,
        curves=f"/api/exercises/{exercise.id}/attempts/{number}/curves",
    )
