"""The attempts at every exercise, over time."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from etude.web.api.history import PAGE, Before, Made
from etude.web.api.history import days as last_days
from etude.web.api.history import history as attempts
from etude.web.ground import Here
from etude.web.rendering import page
from etude.web.times import day

router = APIRouter(prefix="/history", include_in_schema=False)


@router.get("")
def history(request: Request, here: Here, before: Before = 0) -> Response:
    found = attempts(here, before, PAGE + 1)
    shown = found[:PAGE]
    days: dict[str, list[Made]] = {}
    for one in shown:
        days.setdefault(day(one.at), []).append(one)
    return page(
        request,
        "history.html.j2",
        days=days,
        before=before,
        older=shown[-1].number if len(found) > PAGE else 0,
        last=last_days(here),
        problem=here.practice().records.problem,
    )
