"""Attempts that were kept, by the number in an address."""

from etude.domain.exercise import Exercise
from etude.domain.seen import Seen
from etude.render.html.difference import Side
from etude.store.records import Attempt
from etude.web.ground import Ground, NotFound


def kept_attempt(ground: Ground, exercise: Exercise, number: int) -> Attempt:
    """The learner's own attempt at this exercise.

    Raises:
      NotFound: there is none with this number.
    """
    found = ground.practice().records.attempt(number)
    if found is None or found.submission.exercise != exercise.id:
        raise NotFound(f"You have no attempt {number} at {exercise.id}.")
    return found


def side_of(ground: Ground, attempt: Attempt) -> Side:
    """The attempt with what there was to see of it."""
    files = attempt.submission.files.items()
    return Side(
        report=attempt.report,
        files={path: content.decode(errors="replace") for path, content in files},
        seen=ground.practice().records.seen(attempt.number) or Seen(),
    )
