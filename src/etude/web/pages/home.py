"""The first page: what to do today, or the offer to make a workspace."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from etude.app.visits import Visits
from etude.app.workspace import DEFAULT_NAME, NoWorkspace
from etude.catalog.blueprints import blueprints
from etude.web.api.home import home as standing
from etude.web.api.workspace import make_workspace
from etude.web.ground import Here
from etude.web.rendering import page

router = APIRouter(include_in_schema=False)
_MOST_VISITS = 3


@router.get("/")
def home(request: Request, here: Here) -> Response:
    try:
        here.practice()
    except NoWorkspace:
        folder = here.start / DEFAULT_NAME
        return page(request, "start.html.j2", folder=folder)
    visits = Visits(state=here.places.state).newest_first(now=here.now(), most=_MOST_VISITS)
    return page(
        request,
        "home.html.j2",
        today=standing(here),
        visits=visits,
        exams=blueprints().values(),
        problem=here.practice().records.problem,
    )


@router.post("/start")
def start(here: Here) -> Response:
    """Makes the workspace that the first page offers."""
    make_workspace(here)
    return Response(status_code=204, headers={"HX-Redirect": "/practise"})
