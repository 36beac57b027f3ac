"""The first page: on to practice, or the offer to make a workspace."""

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from etude.app.start import start_workspace
from etude.app.workspace import DEFAULT_NAME, NoWorkspace
from etude.catalog.data import public_data
from etude.catalog.exercises import exercises
from etude.web.ground import Here
from etude.web.rendering import page

router = APIRouter(include_in_schema=False)


@router.get("/")
def home(request: Request, here: Here) -> Response:
    try:
        here.practice()
    except NoWorkspace:
        folder = here.start / DEFAULT_NAME
        return page(request, "start.html.j2", folder=folder)
    return RedirectResponse("/practise", status_code=303)


@router.post("/start")
def start(here: Here) -> Response:
    """Makes the workspace that the first page offers."""
    start_workspace(here.start / DEFAULT_NAME, exercises(), public_data)
    return Response(status_code=204, headers={"HX-Redirect": "/practise"})
