"""Which exams there are, and what comes before the clock starts."""

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from etude.app.exam.begin import new_folder
from etude.domain.sitting import Allowances
from etude.exams.durations import duration_words
from etude.exams.rules import rules
from etude.exams.state import Phase
from etude.web.api.blueprints import plan_of, ready
from etude.web.ground import Ground, Here
from etude.web.rendering import page
from etude.web.room_view import RoomView, room_view
from etude.web.sat import SITTING, Sat, TheBlueprint, TheSitting

router = APIRouter(prefix="/exam", include_in_schema=False)


@router.get("")
def exams(request: Request, here: Here) -> Response:
    exam = here.exam()
    plans = [(plan_of(one), duration_words(one.minutes)) for one in exam.blueprints.values()]
    sat = [_row(Sat(exam=exam, sitting=one)) for one in exam.store.sittings(exam.learner)]
    return page(request, "exams.html.j2", plans=plans, sittings=sat[::-1])


@router.get("/blueprints/{name}")
def before(request: Request, here: Here, blueprint: TheBlueprint) -> Response:
    return page(
        request,
        "before_exam.html.j2",
        plan=plan_of(blueprint),
        lasts=duration_words(blueprint.minutes),
        rules=rules(blueprint, Allowances()),
        folder=new_folder(here.start, blueprint),
        unfinished=_unfinished(here),
    )


@router.post("/blueprints/{name}/checklist")
def checked(request: Request, here: Here, blueprint: TheBlueprint) -> Response:
    return page(request, "pieces/checklist.html.j2", lines=ready(here, blueprint))


@router.get(SITTING)
def sitting(sat: TheSitting) -> Response:
    """On to the room, or to the review of what is over."""
    over = sat.state().phase is Phase.FINISHED
    where = "review" if over else f"questions/{sat.sitting.paper.items[0].number}"
    return RedirectResponse(f"/exam/{sat.sitting.id}/{where}", status_code=303)


def _unfinished(here: Ground) -> RoomView | None:
    """The sitting that goes on: one at a time."""
    exam = here.exam()
    sat = [Sat(exam=exam, sitting=one) for one in exam.store.sittings(exam.learner)]
    found = [(one, one.state()) for one in sat]
    open_ones = [room_view(one, state) for one, state in found if state.phase is not Phase.FINISHED]
    return open_ones[-1] if open_ones else None


def _row(sat: Sat) -> dict[str, object]:
    state = sat.state()
    over = state.phase is Phase.FINISHED
    return {
        "view": room_view(sat, state),
        "began": f"{state.started_at.astimezone():%Y-%m-%d %H:%M}",
        "over": over,
        "passed": over and sat.marks(state).passed,
    }
