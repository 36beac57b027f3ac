"""A learner's history cut into rounds: one exercise, from its first try or hint to a pass."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from etude.domain.history import Deed, Event

# What is tried again on the day of a pass is tidying up, and tells nothing about memory.
REST = timedelta(hours=12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """Attributes:
    begun_at, last_at: of its first and last event.
    tries: how many programs were judged, the passing one included; content: of that one.
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
    content: str = ""


def rounds_of(history: Iterable[Event]) -> Sequence[Round]:
    """In the order in which they ended; an unfinished one of each exercise may be among them."""
    done: list[Round] = []
    open_rounds: dict[str, Round] = {}
    for event in sorted(history, key=lambda event: event.at):
        before = [found for found in done if found.exercise == event.exercise]
        if _tells_nothing(event, before):
            continue
        grown = _grown(open_rounds.pop(event.exercise, _begun(event)), event)
        if grown.passed:
            done.append(grown)
        else:
            open_rounds[event.exercise] = grown
    return sorted([*done, *open_rounds.values()], key=lambda found: found.last_at)


def _tells_nothing(event: Event, passed: Sequence[Round]) -> bool:
    """Soon after a pass, or what has passed before sent again."""
    if not passed:
        return False
    sent_again = event.deed is Deed.TRIED and any(
        event.content and (event.content, event.seed) == (found.content, found.seed)
        for found in passed
    )
    resting = event.at - passed[-1].last_at < REST and event.seed == passed[-1].seed
    return sent_again or resting


def _begun(event: Event) -> Round:
    return Round(exercise=event.exercise, seed=event.seed, begun_at=event.at, last_at=event.at)


def _grown(found: Round, event: Event) -> Round:
    grown = replace(found, last_at=event.at, seed=event.seed)
    match event.deed:
        case Deed.HINT:
            return replace(grown, hints=max(grown.hints, event.number))
        case Deed.SOLUTION:
            return replace(grown, solution_seen=True)
        case Deed.TRIED:
            content = event.content if event.passed else ""
            return replace(grown, tries=grown.tries + 1, passed=event.passed, content=content)
