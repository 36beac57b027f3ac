"""Pages from templates; what all of them share is put in here."""

from functools import cache
from typing import Any

import jinja2
from fastapi import Request
from fastapi.responses import HTMLResponse

from etude import __version__
from etude.domain.skills import SKILLS
from etude.render.html.environment import make_environment
from etude.web.assets import address
from etude.web.markdown import markdown
from etude.web.security.sessions import Session
from etude.web.sources import python
from etude.web.times import day, moment

THEMES = ("light", "dark")
_THEME_COOKIE = "etude-theme"


@cache
def environment() -> jinja2.Environment:
    """Our templates, and the components of the self-contained reports (``parts/...``)."""
    made = make_environment(
        jinja2.ChoiceLoader(
            [jinja2.PackageLoader("etude.web"), jinja2.PackageLoader("etude.render.html")]
        ),
        diagnoses_at="/diagnoses/",
    )
    made.filters |= {"markdown": markdown, "python": python, "moment": moment, "day": day}
    made.globals |= {"asset": address, "version": __version__, "SKILLS": SKILLS}
    return made


def page(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """A whole page, or a piece of one for htmx; ``values`` are the template's own."""
    session: Session | None = getattr(request.state, "session", None)
    shared = {
        "csrf": session.csrf if session is not None else "",
        "theme": _theme(request),
        "path": request.url.path,
    }
    text = environment().get_template(template).render(shared | values)
    return HTMLResponse(text, status_code=status)


def _theme(request: Request) -> str:
    """ "" follows the system."""
    chosen = request.cookies.get(_THEME_COOKIE, "")
    return chosen if chosen in THEMES else ""
