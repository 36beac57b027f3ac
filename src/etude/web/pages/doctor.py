"""Reports of `etude doctor`, live while the program trains."""

from datetime import datetime

from fastapi import APIRouter, Request
from fastapi.responses import Response

from etude.app.visits import Visits
from etude.render.html.visit import visited
from etude.web.api.visits import visit_named
from etude.web.ground import Here
from etude.web.rendering import page

router = APIRouter(prefix="/doctor", include_in_schema=False)


@router.get("")
def visits(request: Request, here: Here) -> Response:
    found = Visits(state=here.places.state).newest_first(now=here.now())
    rows = [(one, _when(one.begun.at)) for one in found]
    return page(request, "doctor.html.j2", visits=rows)


@router.get("/{visit}")
def visit(request: Request, here: Here, visit: str) -> Response:
    told = visit_named(here, visit)
    shown = visited(told.checkup, running=told.running) if told.checkup else None
    return page(request, "visit.html.j2", told=told, visit=shown)


@router.get("/{visit}/sections")
def sections(request: Request, here: Here, visit: str) -> Response:
    """The report so far, for a page that is open already."""
    told = visit_named(here, visit)
    shown = visited(told.checkup, running=told.running) if told.checkup else None
    return page(request, "pieces/visit.html.j2", told=told, visit=shown)


def _when(at: str) -> str:
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return ""
