"""Appealing against the mark of a question, from the review of its sitting."""

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from etude.domain.exam import BEST_MARK
from etude.exams.state import Phase
from etude.render.html.review import verdict_blocks
from etude.web.api.appeals import MOST_CHARACTERS, appeals
from etude.web.rendering import page
from etude.web.sat import QUESTION, TheQuestion

router = APIRouter(prefix="/exam", include_in_schema=False)


@router.get(f"{QUESTION}/appeal")
def appeal(request: Request, question: TheQuestion) -> Response:
    state = question.sat.state()
    address = f"/exam/{question.sitting.id}"
    if state.phase is not Phase.FINISHED:
        return RedirectResponse(address, status_code=303)
    best = state.questions[question.number].best
    return page(
        request,
        "sat_appeal.html.j2",
        title=question.sitting.blueprint.title,
        question=question.asked.question,
        number=question.number,
        mark=best.mark.mark if best and best.mark else None,
        best=BEST_MARK,
        verdicts=list(verdict_blocks(best.mark.verdicts)) if best and best.mark else [],
        appeals=list(appeals(question))[::-1],
        most=MOST_CHARACTERS,
        address=address,
        api=f"/api/sittings/{question.sitting.id}/questions/{question.number}/appeals",
    )
