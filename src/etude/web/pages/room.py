"""The room in which an exam is sat: one page for each question, all with the clock."""

from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from fastapi.sse import EventSourceResponse, ServerSentEvent

from etude import decoding
from etude.app.exam.desk import CONTRACT, RanNow
from etude.app.exam.sitting_files import read_program
from etude.app.run_desk import REPORT
from etude.app.run_log import ENDED
from etude.catalog.texts import read_text
from etude.exams.state import Phase
from etude.render.html.report import report_block
from etude.render.sitting import refusal_line
from etude.web.api.runs import LastSeen
from etude.web.ended import ended
from etude.web.following import Happening
from etude.web.following_sitting import MARKING, SITTING, follower_of
from etude.web.ground import Here
from etude.web.rendering import environment, page
from etude.web.room_view import room_view, submissions_of
from etude.web.sat import QUESTION, SatQuestion, TheQuestion
from etude.web.statement import without_title

router = APIRouter(prefix="/exam", include_in_schema=False)


@router.get(QUESTION)
def room(request: Request, question: TheQuestion) -> Response:
    state = question.sat.state()
    address = f"/exam/{question.sitting.id}"
    if state.phase is Phase.FINISHED:
        return RedirectResponse(f"{address}/review", status_code=303)
    asked = question.asked
    return page(
        request,
        "room.html.j2",
        room=room_view(question.sat, state),
        number=asked.number,
        question=asked.question,
        weight=asked.item.weight,
        file=f"{asked.folder.name}/{asked.program}",
        artifacts=asked.artifacts,
        folder=asked.folder,
        program=read_program(question.exam, question.sitting, asked.number),
        statement=without_title(read_text(asked.question, "README.md")),
        submissions=submissions_of(state, asked.number),
        address=address,
        api=f"/api/sittings/{question.sitting.id}",
    )


@router.get(f"{QUESTION}/events", response_class=EventSourceResponse)
async def events(
    here: Here, question: TheQuestion, last_seen: LastSeen
) -> AsyncIterator[ServerSentEvent]:
    """The events of the API, with the pieces of the page that show them."""
    here.attendance.attend(question.exam, question.sitting)
    async for happening in follower_of(here, question, last_seen).follow():
        data = _shown(question, happening)
        yield ServerSentEvent(data=data, event=happening.event, id=happening.id or None)


def _shown(question: SatQuestion, happening: Happening) -> Mapping[str, Any]:
    make = _PIECES.get(happening.event)
    return happening.data if make is None else make(question, happening.data)


def _sitting(question: SatQuestion, record: Mapping[str, Any]) -> Mapping[str, Any]:
    state = question.sat.state()
    room = room_view(question.sat, state)
    address = f"/exam/{question.sitting.id}"
    handed = submissions_of(state, question.number)
    return {
        "phase": room.phase,
        "remaining": room.remaining,
        "waits": any(one.mark is None for one in handed),
        "paper": _piece("paper", room=room, number=question.number, address=address),
        "submissions": _piece("submissions", submissions=handed),
    }


def _marking(question: SatQuestion, data: Mapping[str, Any]) -> Mapping[str, Any]:
    """What is wrong with the form of a file is told as soon as it is known."""
    if data["event"] != CONTRACT:
        return ended(data)
    mine = data["question"] == question.number and data["verdicts"]
    return {
        "event": CONTRACT,
        "html": _piece("contract", verdicts=data["verdicts"]) if mine else "",
    }


def _report(question: SatQuestion, data: Mapping[str, Any]) -> Mapping[str, Any]:
    ran = decoding.convert(data, RanNow)
    block = report_block(ran.report, ran.texts)
    good = block.fault is None and not ran.refused
    return {
        "told": block.told if block.fault else _how_it_went(ran),
        "mood": "good" if good else "bad",
        "program": block.program,
        "marks": msgspec.to_builtins(block.marks),
        "html": _piece("report", block=block, problem=""),
        "more": _piece("more", block=block),
    }


def _how_it_went(ran: RanNow) -> str:
    missing = [refusal_line(name, why) for name, why in ran.refused.items()]
    written = f"It wrote {', '.join(ran.written)}." if ran.written else ""
    told = [text for text in (written, *missing) if text]
    return " ".join(told) or "It ran to its end."


def _piece(name: str, **values: Any) -> str:
    return environment().get_template(f"pieces/{name}.html.j2").render(values)


_PIECES: Mapping[str, Callable[[SatQuestion, Mapping[str, Any]], Mapping[str, Any]]] = {
    SITTING: _sitting,
    MARKING: _marking,
    REPORT: _report,
    ENDED: lambda question, data: ended(data),
}
