"""Which requests are refused, and why; each question is one pure function."""

from dataclasses import dataclass
from hmac import compare_digest

from starlette.datastructures import Headers

from etude.web.security.sessions import Session

MOST_BODY_BYTES = 2 << 20
CSRF_HEADER = "X-CSRF-Token"
HOSTS = ("127.0.0.1", "localhost")
_SAFE = ("GET", "HEAD", "OPTIONS")
# Only these answer somebody who has not come in.
_OPEN = ("/enter", "/favicon.ico")
_OPEN_FOLDER = "/static/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is known about a request before its body is read."""

    method: str
    path: str
    headers: Headers

    @property
    def changes(self) -> bool:
        return self.method not in _SAFE


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Attributes: status: the HTTP status; text: what the person is told."""

    status: int
    text: str


def refused_host(asked: Asked) -> Refusal | None:
    """Another site's name that was made to lead here (DNS rebinding)."""
    host = asked.headers.get("host", "")
    name = host.rpartition(":")[0] if ":" in host else host
    if name.lower() in HOSTS:
        return None
    return Refusal(status=400, text="étude answers only as 127.0.0.1 or localhost.")


def refused_origin(asked: Asked) -> Refusal | None:
    """A page of another site that asks in the person's name."""
    origin = asked.headers.get("origin")
    site = asked.headers.get("sec-fetch-site", "same-origin")
    foreign = origin is not None and origin != f"http://{asked.headers.get('host', '')}"
    if foreign or (asked.changes and site not in ("same-origin", "none")):
        return Refusal(status=403, text="This came from a page that is not étude's.")
    return None


def refused_size(asked: Asked) -> Refusal | None:
    """More than anything that a page of ours sends."""
    length = asked.headers.get("content-length", "0")
    if length.isdigit() and int(length) <= MOST_BODY_BYTES:
        return None
    return TOO_LARGE


def refused_stranger(asked: Asked, session: Session | None) -> Refusal | None:
    """Somebody who has not come in by an invitation."""
    is_open = asked.path in _OPEN or asked.path.startswith(_OPEN_FOLDER)
    if session is not None or is_open:
        return None
    return Refusal(
        status=401,
        text="Open this page by the address that `etude web` prints; each works once.",
    )


def refused_forgery(asked: Asked, session: Session | None) -> Refusal | None:
    """A change that does not carry the token that only our pages know."""
    if not asked.changes:
        return None
    sent = asked.headers.get(CSRF_HEADER, "")
    if session is not None and compare_digest(sent.encode(), session.csrf.encode()):
        return None
    return Refusal(status=403, text="This page is out of date. Reload it and try again.")


TOO_LARGE = Refusal(
    status=413, text=f"More than {MOST_BODY_BYTES >> 20} MB cannot be sent to étude."
)
