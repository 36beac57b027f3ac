"""What is answered when a route ends by an exception, or a request is refused."""

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from etude.app.told import log_error, told_problem
from etude.web.ground import NotFound
from etude.web.rendering import page
from etude.web.security.requests import Refusal

_TITLES = {401: "Come in by the address", 404: "Not here", 413: "Too large"}
_CONFLICT, _NOT_FOUND, _OURS = 409, 404, 500


def answer_refusal(request: Request, refusal: Refusal) -> Response:
    """A page for a person, a record for a program."""
    return _answer(request, refusal.status, refusal.text)


def handle_failures(app: FastAPI) -> None:
    """Every exception becomes words; details of ours go to the log."""

    @app.exception_handler(HTTPException)
    async def told(request: Request, error: HTTPException) -> Response:
        return _answer(request, error.status_code, str(error.detail))

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        return _answer(request, 422, _what_is_wrong(error))

    @app.exception_handler(Exception)
    async def failed(request: Request, error: Exception) -> Response:
        return answer_failure(request, error)

    for known in _known():
        app.add_exception_handler(known, _known_failure)


async def _known_failure(request: Request, error: Exception) -> Response:
    return answer_failure(request, error)


def answer_failure(request: Request, error: Exception) -> Response:
    problem = told_problem(error)
    if not problem:
        return _answer(request, _OURS, log_error(error))
    status = _NOT_FOUND if isinstance(error, NotFound) else _CONFLICT
    return _answer(request, status, problem)


def _known() -> tuple[type[Exception], ...]:
    """What a person can mend; an error of ours is another matter, and goes on to the server."""
    from etude.catalog.exercises import UnreadableExercise
    from etude.domain.problem import Problem
    from etude.sandbox.port import SandboxUnavailable

    return Problem, UnreadableExercise, SandboxUnavailable, OSError


def _answer(request: Request, status: int, text: str) -> Response:
    wants_page = "text/html" in request.headers.get("accept", "")
    if request.url.path.startswith("/api/") or not wants_page:
        return JSONResponse({"detail": text}, status_code=status)
    title = _TITLES.get(status, "That did not work")
    return page(request, "problem.html.j2", status=status, title=title, text=text)


def _what_is_wrong(error: RequestValidationError) -> str:
    """One sentence for each field."""
    found = [f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()]
    return "This request cannot be understood. " + "; ".join(found[:5])
