"""The exams there are, their rules, and whether this machine is ready for one."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter

from etude.app.exam.begin import new_folder
from etude.app.exam.checklist import Readiness, checklist
from etude.domain.exam import Blueprint, Category
from etude.domain.problem import Problem
from etude.domain.sitting import Allowances
from etude.exams.rules import rules
from etude.sandbox import SandboxUnavailable
from etude.web.ground import Here
from etude.web.sat import TheBlueprint

router = APIRouter(prefix="/api/blueprints", tags=["exams"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Attributes: rules: as they are without extra time and pauses."""

    name: str
    title: str
    version: int
    about: str
    minutes: int
    pass_mark: int
    questions: int
    categories: Sequence[Category]
    rules: Sequence[str]


@router.get("")
def plans(here: Here) -> Sequence[Plan]:
    """Every installed exam."""
    return [plan_of(one) for one in here.exam().blueprints.values()]


@router.get("/{name}")
def plan(blueprint: TheBlueprint) -> Plan:
    """One exam."""
    return plan_of(blueprint)


@router.post("/{name}/checklist")
def ready(here: Here, blueprint: TheBlueprint) -> Sequence[Readiness]:
    """Looks whether this machine is ready; runs a small training, which takes a moment."""
    folder = new_folder(here.start, blueprint)
    try:
        return list(checklist(here.exam(), folder))
    except SandboxUnavailable as error:
        raise Problem(f"No exam can be sat here: {error}") from None


def plan_of(blueprint: Blueprint) -> Plan:
    return Plan(
        name=blueprint.name,
        title=blueprint.title,
        version=blueprint.version,
        about=blueprint.about,
        minutes=blueprint.minutes,
        pass_mark=blueprint.pass_mark,
        questions=sum(category.questions for category in blueprint.categories),
        categories=blueprint.categories,
        rules=rules(blueprint, Allowances()),
    )
