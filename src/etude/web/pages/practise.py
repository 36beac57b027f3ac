"""Practising: statement, editor, run, and what is said about it."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from fastapi.sse import EventSourceResponse, ServerSentEvent

from etude.app.hints import Hint, read_hints
from etude.app.learner_file import read_file
from etude.app.open_practice import Opened
from etude.app.practise import SoFar
from etude.catalog.texts import read_text
from etude.domain.exercise import Exercise
from etude.domain.problem import Problem
from etude.web.addressed import TheExercise
from etude.web.api import assistance
from etude.web.api.runs import LastSeen, follower
from etude.web.ground import Here
from etude.web.pages.practise_events import shown
from etude.web.rendering import page
from etude.web.statement import without_title

router = APIRouter(prefix="/practise", include_in_schema=False)
_EXERCISE = "/{topic}/{name}"


@router.get("")
def current(here: Here) -> Response:
    """On to the exercise that is meant: begun, or next."""
    practice = here.practice()
    exercise = Opened(practice=practice, cwd=practice.workspace.root).exercise(None, unsolved=True)
    return RedirectResponse(_address(exercise.id), status_code=303)


@router.get(_EXERCISE)
def practise(request: Request, here: Here, exercise: TheExercise) -> Response:
    practice = here.practice()
    so_far = practice.so_far(exercise)
    return page(
        request,
        "practise.html.j2",
        exercise=exercise,
        address=_address(exercise.id),
        api=f"/api/exercises/{exercise.id}",
        statement=without_title(read_text(exercise, "README.md")),
        file=read_file(practice.workspace, exercise),
        drafts=f"{practice.workspace.id}/{exercise.id}",
        passed=so_far.passed,
        hints=_hints(exercise, so_far),
    )


@router.get(f"{_EXERCISE}/events", response_class=EventSourceResponse)
async def events(
    here: Here, exercise: TheExercise, last_seen: LastSeen
) -> AsyncIterator[ServerSentEvent]:
    """The events of the API, with the pieces of the page that show them."""
    async for happening in follower(here, exercise, last_seen).follow():
        yield ServerSentEvent(data=shown(happening), event=happening.event, id=happening.id or None)


@router.post(f"{_EXERCISE}/hints")
def hint(request: Request, here: Here, exercise: TheExercise) -> Response:
    assistance.hint(here, exercise)
    hints = _hints(exercise, here.practice().so_far(exercise))
    return page(request, "pieces/hints.html.j2", address=_address(exercise.id), hints=hints)


@router.post(f"{_EXERCISE}/answers")
def answers(
    request: Request, here: Here, exercise: TheExercise, before_passing: bool = False
) -> Response:
    """Asks first when the exercise is not passed yet."""
    if not before_passing and not here.practice().so_far(exercise).passed:
        return page(request, "pieces/not_yet.html.j2", address=_address(exercise.id))
    found = assistance.answers(here, exercise, before_passing=True)
    return page(request, "pieces/answers.html.j2", answers=found)


@router.post(f"{_EXERCISE}/next")
def following(request: Request, here: Here, exercise: TheExercise) -> Response:
    """On to what the plan has next."""
    found = assistance.next_exercise(here, after=exercise.id)
    if found.exercise is None:
        return page(request, "pieces/notice.html.j2", text=found.reason)
    return Response(status_code=204, headers={"HX-Redirect": _address(found.exercise)})


def _address(exercise_id: str) -> str:
    return f"/practise/{exercise_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hints:
    """Attributes: shown: the newest last; of: how many there are."""

    shown: Sequence[Hint] = ()
    of: int = 0


def _hints(exercise: Exercise, so_far: SoFar) -> _Hints:
    try:
        found = read_hints(exercise)
    except Problem:
        return _Hints()
    return _Hints(shown=found[: so_far.hints], of=len(found))
