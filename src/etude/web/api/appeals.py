"""Appeals against the mark of a question, after the sitting."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import Response
from pydantic import Field

from etude.app.exam.appeal import KeptAppeal, appeal, appeals_of
from etude.web.ground import NotFound
from etude.web.sat import QUESTION, SatQuestion, TheQuestion

router = APIRouter(prefix=f"/api/sittings{QUESTION}/appeals", tags=["appeals"])
MOST_CHARACTERS = 10_000
_ZIP = "application/zip"
_MOST = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Attributes: why: the mark is wrong, in the candidate's words."""

    why: Annotated[str, Field(max_length=MOST_CHARACTERS)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """Attributes: number: from 1 within its question; bytes: size of its file."""

    number: int
    at: datetime
    why: str
    bytes: int


@router.get("")
def appeals(question: TheQuestion) -> Sequence[Appeal]:
    """Those against the mark of this question, in order."""
    return [_told(question, one) for one in _kept(question)]


@router.post("", status_code=201)
def make(question: TheQuestion, reason: Reason) -> Appeal:
    """Bundles what was handed in, with the reason, into one file that an author can mark again.

    It lies in the folder of the sitting, too, as `etude exam appeal` writes it.
    """
    appeal(question.exam, question.sitting, question.number, reason.why)
    return appeals(question)[-1]


@router.get("/{appeal}/file", responses={200: {"content": {_ZIP: {}}}}, response_class=Response)
def file(question: TheQuestion, appeal: Annotated[int, Path(ge=1, le=_MOST)]) -> Response:
    """The bundle of one, to be sent to whoever wrote the question."""
    found = {one.number: one for one in _kept(question)}
    if appeal not in found:
        raise NotFound(f"There is no appeal {appeal} against the mark of this question.")
    content = question.exam.blobs.get(found[appeal].bundle)
    name = f"appeal_{question.number}_{appeal}.zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=_ZIP, headers=headers)


def _kept(question: SatQuestion) -> Sequence[KeptAppeal]:
    return appeals_of(question.sat.state().questions[question.number])


def _told(question: SatQuestion, one: KeptAppeal) -> Appeal:
    size = len(question.exam.blobs.get(one.bundle))
    return Appeal(number=one.number, at=one.at, why=one.why, bytes=size)
