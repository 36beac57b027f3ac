"""Reports of `etude doctor`, live while the program trains."""

from dataclasses import dataclass
from datetime import datetime

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from etude.app.visits import Told, Visits
from etude.domain.checkup import End
from etude.render.endings import ending
from etude.render.html.page import checkup_page
from etude.render.html.visit import mood, visited
from etude.render.summary import summary
from etude.web.api.visits import visit_named
from etude.web.ground import Here, NotFound
from etude.web.rendering import page
from etude.web.times import moment

router = APIRouter(prefix="/doctor", include_in_schema=False)
_FILE = "etude-doctor-report.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A visit as it stands in the list.

    Attributes: end: how the program came to its end, "" when that was its own.
    """

    told: Told
    when: str
    mood: str = ""
    end: str = ""
    summary: str = ""


@router.get("")
def visits(request: Request, here: Here) -> Response:
    found = Visits(state=here.places.state).newest_first(now=here.now())
    return page(request, "doctor.html.j2", visits=[_line(one) for one in found])


@router.get("/{visit}")
def visit(request: Request, here: Here, visit: str) -> Response:
    told = visit_named(here, visit)
    shown = visited(told.checkup, running=told.running) if told.checkup else None
    return page(request, "visit.html.j2", told=told, visit=shown)


@router.get("/{visit}/report.html")
def report(here: Here, visit: str) -> Response:
    """The report in one file, to be kept or sent to somebody."""
    checkup = visit_named(here, visit).checkup
    if checkup is None:
        raise NotFound("There is nothing to see of this visit yet.")
    kept_as = {"Content-Disposition": f'attachment; filename="{_FILE}"'}
    return HTMLResponse(checkup_page(checkup), headers=kept_as)


@router.get("/{visit}/sections")
def sections(request: Request, here: Here, visit: str) -> Response:
    """The report so far, for a page that is open already."""
    told = visit_named(here, visit)
    shown = visited(told.checkup, running=told.running) if told.checkup else None
    return page(request, "pieces/visit.html.j2", told=told, visit=shown)


def _line(told: Told) -> Line:
    when = _when(told.begun.at)
    if told.checkup is None or told.running:
        return Line(told=told, when=when)
    finished = told.checkup.end is End.FINISHED
    return Line(
        told=told,
        when=when,
        mood=mood(told.checkup),
        end="" if finished else ending(told.checkup).headline,
        summary=summary(told.checkup),
    )


def _when(at: str) -> str:
    try:
        return moment(datetime.fromisoformat(at))
    except ValueError:
        return ""
