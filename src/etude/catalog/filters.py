"""Which exercises somebody is looking for."""

from dataclasses import dataclass

from etude.catalog.words import holds_words
from etude.domain.exercise import Exercise
from etude.domain.skills import SKILLS


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseFilter:
    """What is "" or 0 leaves every exercise in; all that is set must be met.

    Attributes:
      words: stand in what is shown of the exercise or in the titles of its skills.
      skill: id of one of its skills; kind: such as "fix"; level: 1 to 5.
      minutes: the most that it may take; topic: the first part of its id.
    """

    words: str = ""
    skill: str = ""
    kind: str = ""
    level: int = 0
    minutes: int = 0
    topic: str = ""

    def takes(self, exercise: Exercise) -> bool:
        return (
            self.skill in ("", *exercise.skills)
            and self.kind in ("", exercise.kind)
            and self.level in (0, exercise.level)
            and (not self.minutes or exercise.minutes <= self.minutes)
            and self.topic in ("", exercise.topic)
            and holds_words(self.words, *_texts(exercise))
        )


def _texts(exercise: Exercise) -> list[str]:
    titles = [SKILLS[skill].title for skill in exercise.skills if skill in SKILLS]
    return [exercise.id, exercise.title, exercise.summary, *exercise.skills, *titles]
