"""A question of a paper: the exercise in its variant, and where it lies in the workspace."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from etude.app.exam.exam import Exam
from etude.catalog.marking import read_checks
from etude.catalog.variants import variant_of
from etude.checks.base import Check
from etude.domain.exam import Item
from etude.domain.exercise import Exercise
from etude.domain.problem import Problem
from etude.domain.sitting import Sitting


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Attributes:
    question: in the variant of the paper.
    folder: absolute; the program runs in it and leaves its files there.
    """

    item: Item
    question: Exercise
    folder: Path
    checks: Sequence[Check]

    @property
    def number(self) -> int:
        return self.item.number

    @property
    def program(self) -> str:
        """The candidate's file, relative to the folder."""
        return f"{self.question.name}.py"

    @property
    def artifacts(self) -> tuple[str, ...]:
        """What is handed in; a name that ends in "/" is a folder."""
        return tuple(dict.fromkeys(name for check in self.checks for name in check.artifacts))

    def is_artifact(self, path: str) -> bool:
        """Whether a path relative to the folder is handed in."""
        return any(
            path.startswith(name) if name.endswith("/") else path == name for name in self.artifacts
        )


def folder_name(item: Item) -> str:
    """Of a question in the workspace of a sitting."""
    return f"{item.number}_{item.topic}"


def title_of(exam: Exam, item: Item) -> str:
    """Of a question in the variant of the paper; its id where it is not installed any more."""
    known = exam.questions.get(item.question)
    return variant_of(known, item.seed).title if known is not None else item.question


def asked(exam: Exam, sitting: Sitting, number: int) -> Asked:
    """One question.

    Raises:
      Problem: the paper has no such number, or its question is not installed any more.
      UnreadableExercise: the question is broken.
    """
    items = {item.number: item for item in sitting.paper.items}
    if number not in items:
        raise Problem(
            f"This paper has questions 1 to {len(items)}, and there is no question {number}."
        )
    return _asked(exam, sitting, items[number])


def all_asked(exam: Exam, sitting: Sitting) -> Sequence[Asked]:
    """Every question of the paper; raises as ``asked`` does."""
    return [_asked(exam, sitting, item) for item in sitting.paper.items]


def _asked(exam: Exam, sitting: Sitting, item: Item) -> Asked:
    if item.question not in exam.questions:
        raise Problem(
            f"Question {item.number} ({item.question}) is not installed any more. Install the "
            f"étude that began this sitting: pip install etude=={sitting.etude}"
        )
    question = variant_of(exam.questions[item.question], item.seed)
    return Asked(
        item=item,
        question=question,
        folder=Path(sitting.workspace) / folder_name(item),
        checks=read_checks(question),
    )
