"""The mistakes that étude recognises, and the page of each."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from etude.domain.skills import SKILLS
from etude.render.severities import MEANINGS
from etude.web.api.diagnoses import diagnoses, diagnosis
from etude.web.asked import Name, SeverityAsked, Words
from etude.web.rendering import page

router = APIRouter(prefix="/diagnoses", include_in_schema=False)
_SEVERITIES = {
    str(severity): f"{meaning.word}: {meaning.effect}" for severity, meaning in MEANINGS.items()
}


@router.get("")
def browse(
    request: Request,
    words: Words = "",
    skill: Name = "",
    severity: SeverityAsked = SeverityAsked.ANY,
) -> Response:
    return page(
        request,
        "diagnoses.html.j2",
        found=diagnoses(words, skill, severity),
        words=words,
        skill=skill,
        severity=severity,
        severities=_SEVERITIES,
        skills=SKILLS.values(),
    )


@router.get("/found")
def found(
    request: Request,
    words: Words = "",
    skill: Name = "",
    severity: SeverityAsked = SeverityAsked.ANY,
) -> Response:
    """The list alone, for a page that is open already."""
    return page(request, "pieces/mistakes_found.html.j2", found=diagnoses(words, skill, severity))


@router.get("/{name}")
def explained(request: Request, name: str) -> Response:
    return page(request, "diagnosis.html.j2", explained=diagnosis(name))
