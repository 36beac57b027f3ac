"""Making the workspace."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter

from etude.app.start import start_workspace
from etude.app.workspace import DEFAULT_NAME
from etude.catalog.data import public_data
from etude.catalog.exercises import exercises
from etude.web.ground import Here

router = APIRouter(prefix="/api/workspace", tags=["workspace"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Attributes: created: False when it was there; added: exercises it did not have."""

    folder: str
    created: bool
    added: Sequence[str]


@router.post("", status_code=201)
def make_workspace(here: Here) -> Made:
    """Makes the workspace that the first page offers, or brings the one there up to date."""
    started = start_workspace(here.start / DEFAULT_NAME, exercises(), public_data)
    return Made(folder=str(started.workspace.root), created=started.created, added=started.added)
