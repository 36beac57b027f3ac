"""The learner's file."""

from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from etude.app.learner_file import EditedElsewhere, FileNow, read_file, save_file
from etude.web.addressed import EXERCISE, TheExercise
from etude.web.ground import Here

router = APIRouter(prefix=f"/api{EXERCISE}", tags=["file"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Attributes:
    base: digest of the content from which the edit began.
    keep_old: put what is replaced into the backups.
    """

    text: str
    base: str
    keep_old: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Attributes: now: what is in the file; kept: where the edit was kept."""

    detail: str
    now: FileNow
    kept: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reset:
    """Attributes: kept: where the learner's file was kept, None without one."""

    file: FileNow
    kept: str | None


@router.get("/file")
def read(here: Here, exercise: TheExercise) -> FileNow:
    """The file as it is now."""
    return read_file(here.practice().workspace, exercise)


@router.put("/file", response_model=FileNow, responses={409: {"model": Conflict}})
def save(here: Here, exercise: TheExercise, edit: Edit) -> FileNow | JSONResponse:
    """Saves an edit; refused when the file was changed elsewhere, and then both are kept."""
    workspace = here.practice().workspace
    try:
        return save_file(workspace, exercise, edit.text, base=edit.base, keep_old=edit.keep_old)
    except EditedElsewhere as problem:
        return conflict(problem)


def conflict(problem: EditedElsewhere) -> JSONResponse:
    """What a page is told that edits a file which was changed elsewhere."""
    now = {"text": problem.now.text, "digest": problem.now.digest}
    content = {"detail": str(problem), "now": now, "kept": str(problem.kept)}
    return JSONResponse(content, status_code=409)


@router.post("/reset")
def reset(here: Here, exercise: TheExercise) -> Reset:
    """Puts the starter back; the learner's file goes to the backups."""
    workspace = here.practice().workspace
    kept = workspace.reset(exercise)
    return Reset(file=read_file(workspace, exercise), kept=str(kept) if kept else None)
