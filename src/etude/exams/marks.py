"""What a sitting comes to: of each question the best mark, and from these a total of 100."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from etude.domain.exam import BEST_MARK, Category
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
        categories=[_category(one, questions) for one in blueprint.categories],
        skills=_skills(questions, {one.topic: one for one in blueprint.categories}, skills),
    )


def points(question: QuestionState) -> float:
    """What its mark adds to the total."""
    return question.item.weight * question.mark / BEST_MARK


def _category(category: Category, questions: Sequence[QuestionState]) -> CategoryMarks:
    of_it = [question for question in questions if question.item.topic == category.topic]
    return CategoryMarks(
        category=category,
        marks=[question.mark for question in of_it],
        points=sum(map(points, of_it)),
    )


def _skills(
    questions: Sequence[QuestionState],
    categories: Mapping[str, Category],
    known: Mapping[str, Sequence[str]],
) -> Sequence[SkillMarks]:
    got: dict[str, list[QuestionState]] = {}
    for question in questions:
        item = question.item
        for skill in known.get(item.question, categories[item.topic].skills):
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
