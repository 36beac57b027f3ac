"""A learner's history cut into rounds: one variant of an exercise, from its first try to a pass.

What is done with a variant after its pass is tidying up or showing it to a friend. It tells
nothing; a review has a seed of its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from etude.domain.history import Deed, Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """Attributes:
    begun_at, last_at: of its first and last event.
    tries: how many programs were judged, the passing one included.
    hints: how many were shown; solution_seen: whether the solution was.
    """

    exercise: str
    seed: int
    begun_at: datetime
    last_at: datetime
    passed: bool = False
    tries: int = 0
    hints: int = 0
    solution_seen: bool = False


def rounds_of(history: Iterable[Event]) -> Sequence[Round]:
    """In the order in which they ended; an unfinished one of each exercise may be among them."""
    done: list[Round] = []
    closed: set[tuple[str, int]] = set()
    open_rounds: dict[str, Round] = {}
    for event in sorted(history, key=lambda event: event.at):
        if event.deed is Deed.QUEUED or (event.exercise, event.seed) in closed:
            continue
        grown = _grown(open_rounds.pop(event.exercise, _begun(event)), event)
        if grown.passed:
            done.append(grown)
            closed.add((event.exercise, event.seed))
        else:
            open_rounds[event.exercise] = grown
    return sorted([*done, *open_rounds.values()], key=lambda found: found.last_at)


def _begun(event: Event) -> Round:
    return Round(exercise=event.exercise, seed=event.seed, begun_at=event.at, last_at=event.at)


def _grown(found: Round, event: Event) -> Round:
    grown = replace(found, last_at=event.at, seed=event.seed)
    match event.deed:
        case Deed.HINT:
            return replace(grown, hints=max(grown.hints, event.number))
        case Deed.SOLUTION:
            return replace(grown, solution_seen=True)
        case _:
            return replace(grown, tries=grown.tries + 1, passed=event.passed)
