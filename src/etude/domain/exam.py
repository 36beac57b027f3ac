"""An exam as it is planned and as it is drawn: blueprint and paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

BEST_MARK = 5
# Beside the hidden rows of a sitting: where each stood before they were put in another order.
PLACES = "places"


class Feedback(StrEnum):
    """What a candidate is told of a submission while the sitting lasts."""

    MARK = "mark"  # the contract's errors and the mark
    FULL = "full"  # the same report as in practice


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One kind of question.

    Attributes:
      topic: the folder that holds its questions.
      weight: what its questions are worth together, of 100.
      questions: how many of them a paper holds; skills: what they ask for.
    """

    topic: str
    title: str
    weight: int
    skills: Sequence[str]
    questions: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Blueprint:
    """The plan of an exam.

    Attributes:
      name: its file's name; about: a paragraph for candidates, with where the plan comes from.
      minutes: how long a sitting lasts; pass_mark: of 100.
      version: raised whenever marks would no longer compare with earlier ones.
    """

    name: str
    title: str
    about: str
    minutes: int
    pass_mark: int
    categories: Sequence[Category]
    feedback: Feedback = Feedback.MARK
    version: int = 1

    @property
    def numbered(self) -> Sequence[Category]:
        """The category of question 1, 2, 3, ... of a paper; several may draw from one topic."""
        return [category for category in self.categories for _ in range(category.questions)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question of a paper.

    Attributes:
      number: counted from 1; topic: of its category.
      question: its id; seed: of the variant; weight: what a mark of 5 adds to the total.
    """

    number: int
    topic: str
    question: str
    seed: int
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A drawn set of questions; the same blueprint and seed, and the same past, give the same."""

    blueprint: str
    version: int
    seed: int
    items: Sequence[Item]
