"""Stands before every route: what it does not let through reaches none of them."""

from collections.abc import Callable
from datetime import datetime
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from etude.web.security.headers import HEADERS, NOT_KEPT, POLICY, POLICY_HEADER
from etude.web.security.requests import (
    MOST_BODY_BYTES,
    TOO_LARGE,
    Asked,
    Refusal,
    refused_forgery,
    refused_host,
    refused_origin,
    refused_size,
    refused_stranger,
)
from etude.web.security.sessions import Session, Sessions

Answer = Callable[[Request, Refusal], Response]


class Guard:
    """ASGI middleware; a page finds its session in ``request.state.session``.

    Args:
      answer: makes the page or record that says why a request was refused.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        sessions: Sessions,
        now: Callable[[], datetime],
        answer: Answer,
    ) -> None:
        self._app = app
        self._sessions = sessions
        self._now = now
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return  # no page of ours speaks anything else
        asked = Asked(method=scope["method"], path=scope["path"], headers=Headers(scope=scope))
        session = self._session(asked.headers)
        scope.setdefault("state", {})["session"] = session
        refusal = _refusal(asked, session)
        if refusal is not None:
            await self._answer(Request(scope), refusal)(scope, receive, _with_headers(send))
            return
        await self._let_in(scope, receive, _with_headers(send))

    async def _let_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Counts what comes, since a length can be left out."""
        received = 0

        async def counted() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > MOST_BODY_BYTES:
                raise HTTPException(TOO_LARGE.status, TOO_LARGE.text)
            return message

        await self._app(scope, counted, send)

    def _session(self, headers: Headers) -> Session | None:
        try:
            cookies = SimpleCookie(headers.get("cookie", ""))
        except CookieError:
            return None
        found = cookies.get(self._sessions.cookie)
        return self._sessions.find(found.value, now=self._now()) if found else None


def _refusal(asked: Asked, session: Session | None) -> Refusal | None:
    return (
        refused_host(asked)
        or refused_origin(asked)
        or refused_size(asked)
        or refused_stranger(asked, session)
        or refused_forgery(asked, session)
    )


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault(POLICY_HEADER, POLICY)
            headers.setdefault("Cache-Control", NOT_KEPT)
        await send(message)

    return sent
