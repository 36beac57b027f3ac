"""Looking back at a sitting: marks, reasons, the report, the credential."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from etude.app.exam.desk import REVIEW_PAGE
from etude.app.exam.reviewed import result
from etude.app.run_log import RunLog, RunReader
from etude.domain.exam import BEST_MARK
from etude.domain.problem import Problem
from etude.exams.notes import notes_of
from etude.exams.state import Phase, QuestionState, SittingState
from etude.render.html.review import VerdictBlock, verdict_blocks
from etude.render.reviewed import amount
from etude.web.api.credentials import FORMS, credential_file
from etude.web.api.sittings import made_review, make_review
from etude.web.ended import ended
from etude.web.ground import Ground, Here, NotFound
from etude.web.rendering import page
from etude.web.room_view import room_view
from etude.web.sat import SITTING, Sat, TheSitting
from etude.web.security.headers import POLICY_HEADER, REPORT_POLICY

router = APIRouter(prefix=f"/exam{SITTING}", include_in_schema=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """Attributes: mood: "good" for a full mark, "fair" for a part of it, "bad" for none."""

    number: int
    title: str
    weight: str
    mark: int
    mood: str
    submissions: int
    by_time: bool
    verdicts: list[VerdictBlock]
    appeals: int


@router.get("/review")
def review(request: Request, here: Here, sat: TheSitting) -> Response:
    state = sat.state()
    if state.phase is not Phase.FINISHED:
        return RedirectResponse(f"/exam/{sat.sitting.id}", status_code=303)
    here.exam_desk.mark(sat.exam, sat.sitting, again=False)
    reached = result(sat.exam, sat.sitting)
    return page(
        request,
        "sat_review.html.j2",
        room=room_view(sat, state),
        result=reached,
        best=BEST_MARK,
        amount=amount,
        notes=notes_of(state),
        by_time=state.finished_by == "time",
        day=f"{reached.finished_at.astimezone():%Y-%m-%d %H:%M}",
        questions=[_question(sat, one) for one in state.questions.values()],
        address=f"/exam/{sat.sitting.id}",
        waits=_why_marks_wait(here, sat, state),
    )


@router.get("/marked")
def marked(request: Request, here: Here, sat: TheSitting) -> Response:
    """Loads the page again when nothing waits for its mark any more."""
    state = sat.state()
    here.exam_desk.mark(sat.exam, sat.sitting, again=False)
    if not list(state.waiting):
        return Response(status_code=204, headers={"HX-Refresh": "true"})
    return page(
        request,
        "pieces/marking.html.j2",
        room=room_view(sat, state),
        address=f"/exam/{sat.sitting.id}",
        waits=_why_marks_wait(here, sat, state),
    )


@router.post("/marking")
def mark(request: Request, here: Here, sat: TheSitting) -> Response:
    """Once more, after something of ours has failed."""
    here.exam_desk.mark(sat.exam, sat.sitting)
    return marked(request, here, sat)


@router.post("/reasons")
def look_for_reasons(request: Request, here: Here, sat: TheSitting) -> Response:
    make_review(here, sat)
    return reasons(request, here, sat)


@router.get("/reasons")
def reasons(request: Request, here: Here, sat: TheSitting) -> Response:
    """Whether the report is there, is being made, or could not be made."""
    made = made_review(here, sat, REVIEW_PAGE) is not None
    return page(
        request,
        "pieces/reasons.html.j2",
        address=f"/exam/{sat.sitting.id}",
        made=made,
        problem="" if made else _why_there_is_none(here, sat),
    )


@router.get("/report")
def report(here: Here, sat: TheSitting) -> Response:
    """The report as it stands alone: nothing in it may run or ask for anything."""
    content = made_review(here, sat, REVIEW_PAGE)
    if content is None:
        raise NotFound("There is no report yet. The review of the sitting makes one.")
    headers = {POLICY_HEADER: REPORT_POLICY}
    return Response(content, media_type="text/html; charset=utf-8", headers=headers)


@router.get("/credential")
def credential(request: Request, sat: TheSitting) -> Response:
    reached = result(sat.exam, sat.sitting)
    if not reached.passed:
        raise Problem(
            f"There is no credential of a sitting that was not passed: {amount(reached.total)} of "
            f"100, and {reached.pass_mark} pass."
        )
    return page(
        request,
        "credential.html.j2",
        result=reached,
        address=f"/exam/{sat.sitting.id}",
        api=f"/api/sittings/{sat.sitting.id}/credential",
        files=_files(sat),
    )


def _files(sat: Sat) -> list[tuple[str, str]]:
    """Form and file name; none before it was handed out."""
    try:
        return [(form, credential_file(sat, form).name) for form in FORMS]
    except NotFound:
        return []


def _question(sat: Sat, question: QuestionState) -> _Question:
    best, item = question.best, question.item
    mood = "bad" if not question.mark else "good" if question.mark == BEST_MARK else "fair"
    return _Question(
        number=item.number,
        title=sat.title(item),
        weight=amount(item.weight),
        mark=question.mark,
        mood=mood,
        submissions=len(question.submissions),
        by_time=best is not None and best.by_time,
        verdicts=list(verdict_blocks(best.mark.verdicts)) if best and best.mark else [],
        appeals=len(question.appeals),
    )


def _why_marks_wait(ground: Ground, sat: Sat, state: SittingState) -> str:
    """What has failed; "" while they are being given, or when nothing waits."""
    last = ground.exam_desk.markings(sat.sitting).last()
    if not list(state.waiting) or last is None:
        return ""
    end = _end_of(last)
    return str(end["text"]) if end.get("how") == "failed" else ""


def _why_there_is_none(ground: Ground, sat: Sat) -> str:
    last = ground.exam_desk.reviews(sat.sitting).last()
    if last is None or ground.exam_desk.goes_on(last):
        return ""
    return str(_end_of(last).get("text") or "étude was ended while it looked for the reasons.")


def _end_of(log: RunLog) -> Mapping[str, Any]:
    """How it ended; empty when it has not, or was cut off."""
    events = RunReader(log).read()
    return ended(events[-1].data) if events and events[-1].last else {}
