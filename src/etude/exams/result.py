"""What a finished sitting came to, as its review tells it and its credential attests it."""

from collections.abc import Mapping, Sequence

from etude.domain.marked import Marked
from etude.domain.result import CategoryMark, Result, SkillMark
from etude.domain.skills import SKILLS
from etude.exams.marks import Marks
from etude.exams.state import SittingState


def result_of(state: SittingState, marks: Marks, *, content: str, candidate: str = "") -> Result:
    """The result of a sitting that is over.

    Args:
      content: version of the installed questions.
      candidate: the name that the credential shall carry.

    Raises:
      ValueError: it is not over.
    """
    if state.finished_at is None:
        raise ValueError("a sitting that goes on has no result")
    blueprint = state.sitting.blueprint
    counted = [q.best.mark for q in state.questions.values() if q.best and q.best.mark]
    return Result(
        blueprint=blueprint.name,
        title=blueprint.title,
        version=blueprint.version,
        finished_at=state.finished_at,
        total=marks.total,
        pass_mark=blueprint.pass_mark,
        categories=_categories(marks),
        skills=_skills(marks),
        isolation=min((marked.isolation.level for marked in counted), default=1),
        versions={**_versions(counted), "content": content},
        candidate=candidate,
    )


def _categories(marks: Marks) -> Sequence[CategoryMark]:
    return [
        CategoryMark(
            topic=one.category.topic,
            title=one.category.title,
            points=one.points,
            of=one.category.weight,
        )
        for one in marks.categories
    ]


def _skills(marks: Marks) -> Sequence[SkillMark]:
    return [
        SkillMark(
            skill=one.skill,
            title=SKILLS[one.skill].title if one.skill in SKILLS else one.skill,
            share=one.points / one.of,
        )
        for one in marks.skills
    ]


def _versions(counted: Sequence[Marked]) -> Mapping[str, str]:
    """Those of the last marking, where an update came in between."""
    return {name: version for marked in counted for name, version in marked.versions.items()}
