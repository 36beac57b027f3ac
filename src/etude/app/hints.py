"""The hints of an exercise, one after the other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etude.catalog.texts import read_text
from etude.domain.exercise import Exercise
from etude.domain.problem import Problem

FILE = "hints.md"
_HEADING = re.compile(r"^## \d+\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """Attributes: number: counted from one; of: how many there are; text: Markdown."""

    exercise: str
    number: int
    of: int
    text: str


def read_hints(exercise: Exercise) -> Sequence[Hint]:
    """From nudge to nearly told.

    Raises:
      Problem: the exercise has none.
    """
    try:
        text = read_text(exercise, FILE)
    except OSError as error:
        raise Problem(f"{exercise.id} has no hints ({error.strerror}).") from None
    texts = [part.strip() for part in _HEADING.split(text)[1:]]
    return [
        Hint(exercise=exercise.id, number=number, of=len(texts), text=part)
        for number, part in enumerate(texts, start=1)
    ]


def hint_after(exercise: Exercise, shown: int) -> Hint:
    """The hint that follows the ones shown; the last one again when there are no more."""
    hints = read_hints(exercise)
    if not hints:
        raise Problem(f"{exercise.id} has no hints.")
    return hints[min(shown, len(hints) - 1)]
