"""Right answers to an exercise: the exemplary one, and others in other styles."""

from collections.abc import Sequence
from dataclasses import dataclass

from etude.catalog.texts import read_text
from etude.domain.exercise import Exercise


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Attributes: name: what is special about it, "the exemplary answer" for the first."""

    name: str
    text: str


def read_answers(exercise: Exercise) -> Sequence[Answer]:
    """The exemplary answer first, in the variant that the exercise is in."""
    others = sorted((exercise.folder / "accepted").glob("*.py"))
    return [
        Answer(name="the exemplary answer", text=read_text(exercise, "solution.py")),
        *(_other(exercise, path.name) for path in others),
    ]


def _other(exercise: Exercise, file: str) -> Answer:
    name = file.removesuffix(".py").replace("_", " ")
    return Answer(name=name, text=read_text(exercise, f"accepted/{file}"))
