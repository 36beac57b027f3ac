"""What is answered when a route ends by an exception, or a request is refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from etude.app.told import log_error, told_problem
from etude.render.steps import click
from etude.web.ground import NotFound
from etude.web.rendering import page
from etude.web.security.requests import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Attributes: detail: what was expected, what came, what to try."""

    detail: str


# How every endpoint may answer beside its own way.
REFUSALS: Mapping[int | str, dict[str, Any]] = {
    400: {"model": Told, "description": "Not understood"},
    401: {"model": Told, "description": "Not come in"},
    403: {"model": Told, "description": "Not from a page of ours, or not yet"},
    404: {"model": Told, "description": "Not found"},
    409: {"model": Told, "description": "Not possible as things are"},
    413: {"model": Told, "description": "Too large"},
    422: {"model": Told, "description": "Not as described"},
    500: {"model": Told, "description": "A fault of étude"},
}
_TITLES = {401: "Come in by the address", 404: "Not here", 413: "Too large"}
_CONFLICT, _NOT_FOUND, _OURS = 409, 404, 500
_NO_PAGE = "There is nothing at this address. Go to the first page, and on from there."


def answer_refusal(request: Request, refusal: Refusal) -> Response:
    """A page for a person, a record for a program."""
    return _answer(request, refusal.status, refusal.text)


def handle_failures(app: FastAPI) -> None:
    """What is refused becomes words; errors are told by ``Failures``."""

    @app.exception_handler(HTTPException)
    async def told(request: Request, error: HTTPException) -> Response:
        unrouted = error.status_code == _NOT_FOUND and error.detail == HTTPStatus.NOT_FOUND.phrase
        return _answer(request, error.status_code, _NO_PAGE if unrouted else str(error.detail))

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        return _answer(request, 422, _what_is_wrong(error))


class Failures:
    """ASGI middleware: every exception becomes words, and details of ours go to the log.

    The server would print them, and would answer without the headers that the guard adds.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def noticed(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, noticed)
        except Exception as error:
            answer = answer_failure(Request(scope), error)
            if not begun:
                await answer(scope, receive, send)


def answer_failure(request: Request, error: Exception) -> Response:
    """In words; 409 for what the person can mend."""
    problem = told_problem(error, click)
    if not problem:
        return _answer(request, _OURS, log_error(error))
    status = _NOT_FOUND if isinstance(error, NotFound) else _CONFLICT
    return _answer(request, status, problem)


def _answer(request: Request, status: int, text: str) -> Response:
    wants_page = "text/html" in request.headers.get("accept", "")
    if request.url.path.startswith("/api/") or not wants_page:
        return JSONResponse({"detail": text}, status_code=status)
    if "hx-request" in request.headers:  # it becomes a part of the page that asked
        return page(request, "pieces/notice.html.j2", status=status, text=text)
    title = _TITLES.get(status, "That did not work")
    return page(request, "problem.html.j2", status=status, title=title, text=text)


def _what_is_wrong(error: RequestValidationError) -> str:
    """One sentence for each field."""
    found = [f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()]
    return "This request cannot be understood. " + "; ".join(found[:5])
