"""The map of skills, and the study guide's page of each."""

from itertools import groupby

from fastapi import APIRouter, Request
from fastapi.responses import Response

from etude.web.api.skills import mastered
from etude.web.api.skills import skill as guide_of
from etude.web.ground import Here
from etude.web.rendering import page

router = APIRouter(prefix="/skills", include_in_schema=False)


@router.get("")
def skills(request: Request, here: Here) -> Response:
    practice = here.practice()
    learner = practice.learner()
    found = mastered(learner)
    sections = {title: list(part) for title, part in groupby(found, lambda one: one.section)}
    return page(
        request,
        "skills.html.j2",
        skills=found,
        sections=sections,
        due=learner.due,
        now=learner.now,
        problem=practice.records.problem,
    )


@router.get("/{skill}")
def skill(request: Request, here: Here, skill: str) -> Response:
    found = guide_of(here, skill)
    problem = here.practice().records.problem
    return page(request, "skill.html.j2", guide=found, now=here.now(), problem=problem)
