"""What a sitting comes to: of each question the best mark, and from these a total of 100."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from etude.domain.exam import BEST_MARK, Blueprint, Category
from etude.exams.state import QuestionState, SittingState

# Weights that are shared among questions are no whole numbers.
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryMarks:
    """Attributes: marks: of its questions, in order; points: of ``category.weight``."""

    category: Category
    marks: Sequence[int]
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillMarks:
    """Attributes: points, of: over every question that asks for the skill."""

    skill: str
    points: float
    of: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Attributes:
    total: 0 to 100; passed: whether it reaches the pass mark.
    categories: in the order of the blueprint; skills: the weakest first.
    """

    total: float
    passed: bool
    categories: Sequence[CategoryMarks]
    skills: Sequence[SkillMarks]


def marks_of(state: SittingState, skills: Mapping[str, Sequence[str]]) -> Marks:
    """The marks as they stand.

    Args:
      skills: question -> what it asks for; one that is not known asks for what its category does.
    """
    questions = list(state.questions.values())
    blueprint = state.sitting.blueprint
    total = sum(map(points, questions))
    return Marks(
        total=total,
        passed=total >= blueprint.pass_mark - _ROUNDING,
        categories=list(_categories(blueprint, questions)),
        skills=_skills(questions, blueprint, skills),
    )


def points(question: QuestionState) -> float:
    """What its mark adds to the total."""
    return question.item.weight * question.mark / BEST_MARK


def _categories(
    blueprint: Blueprint, questions: Sequence[QuestionState]
) -> Iterator[CategoryMarks]:
    following = iter(questions)  # in the order of the categories, as they were drawn
    for category in blueprint.categories:
        of_it = list(islice(following, category.questions))
        yield CategoryMarks(
            category=category,
            marks=[question.mark for question in of_it],
            points=sum(map(points, of_it)),
        )


def _skills(
    questions: Sequence[QuestionState], blueprint: Blueprint, known: Mapping[str, Sequence[str]]
) -> Sequence[SkillMarks]:
    got: dict[str, list[QuestionState]] = {}
    for question, category in zip(questions, blueprint.numbered, strict=True):
        for skill in known.get(question.item.question, category.skills):
            got.setdefault(skill, []).append(question)
    found = [
        SkillMarks(
            skill=skill,
            points=sum(map(points, asking)),
            of=sum(question.item.weight for question in asking),
        )
        for skill, asking in got.items()
    ]
    return sorted(found, key=lambda one: one.points / one.of)
