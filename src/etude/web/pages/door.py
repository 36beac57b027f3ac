"""The way in: a one-time invitation becomes a session."""

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from etude.web.failures import answer_refusal
from etude.web.ground import Here
from etude.web.security.requests import Refusal
from etude.web.security.sessions import SESSION_LASTS

router = APIRouter(include_in_schema=False)
_USED = Refusal(
    status=401,
    text="This address was used before or is too old. Start `etude web` again for a new one.",
)


@router.get("/enter")
def enter(request: Request, here: Here, token: str = "") -> Response:
    """Lets in whoever holds an invitation."""
    entered = here.sessions.enter(token, now=here.now())
    if entered is None and request.state.session is None:
        return answer_refusal(request, _USED)
    answer = RedirectResponse("/", status_code=303)
    if entered is not None:
        answer.set_cookie(
            here.sessions.cookie,
            entered.secret,
            max_age=int(SESSION_LASTS.total_seconds()),
            httponly=True,
            samesite="strict",
        )
    return answer


@router.get("/favicon.ico")
def icon() -> Response:
    """Browsers ask for one; pages name theirs."""
    return Response(status_code=204)
