"""The skills: what each needs, how well it is mastered, and what to read and practise."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from fastapi import APIRouter

from etude.catalog.guide import guide_page
from etude.diagnoses.diagnose import catalogue
from etude.domain.skills import SKILLS
from etude.progress.learner import Learner
from etude.render.skill_map import SkillRow, skill_rows
from etude.web.advice import Advice, advice
from etude.web.api.diagnoses import Mistake, mistake
from etude.web.api.exercises import Listed, listed
from etude.web.ground import Here, NotFound

router = APIRouter(prefix="/api/skills", tags=["skills"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Mastered:
    """Attributes:
    mastery: 0 to 1; due_at: when it should be practised again, None when it never was.
    exercises: how many practise it; prerequisites: ids of skills that are met before it.
    missing: those of them that were not practised yet.
    """

    id: str
    section: str
    title: str
    mastery: float
    due_at: datetime | None
    due: bool
    exercises: int
    prerequisites: Sequence[str]
    missing: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """Attributes:
    purpose, read_on: Markdown; example: a whole program.
    next: what to practise of it, None where something else comes first or all is done.
    """

    skill: Mastered
    purpose: str
    example: str
    read_on: str
    mistakes: Sequence[Mistake]
    exercises: Sequence[Listed]
    next: Advice | None


@router.get("")
def skills(here: Here) -> Sequence[Mastered]:
    """The map of skills, in the order of the curriculum."""
    return mastered(here.practice().learner())


@router.get("/{skill}")
def skill(here: Here, skill: str) -> Guide:
    """What a skill is for, what goes wrong with it, and what practises it."""
    if skill not in SKILLS:
        raise NotFound(f"There is no skill {skill!r}.")
    practice = here.practice()
    learner = practice.learner()
    written = guide_page(skill)
    return Guide(
        skill=next(one for one in mastered(learner) if one.id == skill),
        purpose=written.purpose,
        example=written.example,
        read_on=written.read_on,
        mistakes=[mistake(one) for one in catalogue().values() if skill in one.skills],
        exercises=[one for one in listed(practice, learner) if skill in one.skills],
        next=_next_of(skill, learner),
    )


def mastered(learner: Learner) -> Sequence[Mastered]:
    """Every skill of the curriculum."""
    return [_mastered(row, learner) for row in skill_rows(learner)]


def _next_of(skill: str, learner: Learner) -> Advice | None:
    others = {one.id for one in learner.exercises.values() if skill not in one.skills}
    return advice(learner, skip=others)


def _mastered(row: SkillRow, learner: Learner) -> Mastered:
    known = row.skill
    return Mastered(
        id=known.id,
        section=known.section,
        title=known.title,
        mastery=round(row.mastery, 3),
        due_at=row.due_at,
        due=row.is_due(learner.now),
        exercises=row.exercises,
        prerequisites=known.prerequisites,
        missing=[one for one in known.prerequisites if one not in learner.memories],
    )
