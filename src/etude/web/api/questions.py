"""A question of a sitting: statement, program, runs, submissions."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter
from fastapi.responses import JSONResponse
from fastapi.sse import EventSourceResponse, ServerSentEvent

from etude.app.exam.sitting_files import read_program, save_program
from etude.app.exam.submit import submit
from etude.app.learner_file import EditedElsewhere, FileNow
from etude.catalog.texts import read_text
from etude.web.api.files import Conflict, Edit, conflict
from etude.web.api.runs import Begun, LastSeen
from etude.web.api.sittings import record_of
from etude.web.following_sitting import follower_of
from etude.web.ground import Here, NotFound
from etude.web.sat import QUESTION, TheQuestion

router = APIRouter(prefix=f"/api/sittings{QUESTION}", tags=["questions"])


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionStatement:
    """Attributes:
    file: the program, relative to the workspace; text: Markdown.
    weight: what a full mark adds to the total of 100.
    """

    number: int
    title: str
    topic: str
    weight: float
    minutes: int
    file: str
    artifacts: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """Attributes:
    submission: how many there are now of this question.
    event: by which the sitting's record names it, where its mark will be.
    outdated: the program was saved after what it wrote, which is what was handed in.
    """

    question: int
    submission: int
    event: int
    outdated: bool
    sitting: Mapping[str, Any]


@router.get("")
def statement(question: TheQuestion) -> QuestionStatement:
    """What is asked for."""
    asked = question.asked
    return QuestionStatement(
        number=asked.number,
        title=asked.question.title,
        topic=asked.item.topic,
        weight=asked.item.weight,
        minutes=asked.question.minutes,
        file=f"{asked.folder.name}/{asked.program}",
        artifacts=asked.artifacts,
        text=read_text(asked.question, "README.md"),
    )


@router.get("/file")
def read(question: TheQuestion) -> FileNow:
    """The program as it is now."""
    return read_program(question.exam, question.sitting, question.number)


@router.put("/file", response_model=FileNow, responses={409: {"model": Conflict}})
def save(question: TheQuestion, edit: Edit) -> FileNow | JSONResponse:
    """Saves an edit, and keeps it with the sitting; refused when the file was changed elsewhere,
    and then both are kept.
    """
    try:
        return save_program(
            question.exam,
            question.sitting,
            question.number,
            edit.text,
            base=edit.base,
            keep_old=edit.keep_old,
        )
    except EditedElsewhere as problem:
        return conflict(problem)


@router.post("/runs", status_code=202)
def start(here: Here, question: TheQuestion) -> Begun:
    """Runs the program as it is, and puts the files that it writes into its folder."""
    run = here.exam_desk.run(question.exam, question.sitting, question.number)
    return Begun(run=run.id)


@router.post("/runs/give_up", status_code=202)
def give_up(here: Here, question: TheQuestion) -> Begun:
    """Asks the newest run to end."""
    run = here.exam_desk.runs(question.sitting, question.number).last()
    if run is None:
        raise NotFound(f"Question {question.number} has not been run yet.")
    run.give_up()
    return Begun(run=run.id)


@router.post("/submissions", status_code=201)
def hand_in(here: Here, question: TheQuestion) -> Handed:
    """Hands in what lies in the folder; it is kept when this is answered, and then marked."""
    submitted = submit(question.exam, question.sitting, question.number)
    here.exam_desk.mark(question.exam, question.sitting)
    return Handed(
        question=question.number,
        submission=submitted.count,
        event=submitted.event.number,
        outdated=submitted.outdated,
        sitting=record_of(question.sat),
    )


@router.get("/events", response_class=EventSourceResponse)
async def events(
    here: Here, question: TheQuestion, last_seen: LastSeen
) -> AsyncIterator[ServerSentEvent]:
    """Changes of the file ("file"), the newest run ("started", "fact", "report", "ended"), the
    form of what is being marked ("marking"), and the sitting's record, clock and marks ("sitting").
    """
    here.attendance.attend(question.exam, question.sitting)
    async for happening in follower_of(here, question, last_seen).follow():
        yield ServerSentEvent(data=happening.data, event=happening.event, id=happening.id or None)
