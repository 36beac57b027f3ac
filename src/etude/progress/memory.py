"""What a learner still remembers of each skill, and when it should be practised again.

Memory is modelled by FSRS (https://github.com/open-spaced-repetition/py-fsrs): a skill is a card,
and every pass of an exercise is a review of the skills that it practises. Nothing is stored: the
cards are made again from the rounds.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from fsrs import Card, Rating, Scheduler

from etude.domain.exercise import Exercise
from etude.progress.credit import credit
from etude.progress.rounds import Round

# FSRS aims at 0.9, for cards that take seconds; an exercise takes twenty minutes. At this value the
# fast one of the learners simulated in tests/progress meets everything new in 15 days, not in 29,
# and the forgetful one remembers 69 % after 60 days, not 71 % (without reviews: 0 %).
DESIRED_RETENTION = 0.85
HARD_BELOW = 0.85
AGAIN_BELOW = 0.45
# What was passed before and now takes a hint or many tries was not remembered.
AGAIN_BELOW_IN_REVIEW = 0.81


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """Attributes:
    due_at: when the skill should be practised again.
    recall: how likely it is remembered at the moment asked for, 0 to 1.
    """

    due_at: datetime
    recall: float


def rating(found: Round, *, review: bool = False) -> Rating:
    """How a passed round went: Easy at once and alone, Good with a few tries, Hard with help or
    many tries, Again when the answer was as good as told or was not remembered in a ``review``."""
    worth = credit(found)
    if worth < (AGAIN_BELOW_IN_REVIEW if review else AGAIN_BELOW):
        return Rating.Again
    if worth < HARD_BELOW:
        return Rating.Hard
    return Rating.Easy if found.tries == 1 else Rating.Good


def memories(
    rounds: Sequence[Round], exercises: Mapping[str, Exercise], *, now: datetime
) -> Mapping[str, Memory]:
    """By skill, for those that a passed round has practised."""
    scheduler = _scheduler()
    cards = _cards(scheduler, rounds, exercises)
    return {
        skill: Memory(due_at=card.due, recall=scheduler.get_card_retrievability(card, _utc(now)))
        for skill, card in cards.items()
    }


def _scheduler() -> Scheduler:
    """Whole days only, since nobody solves an exercise again after ten minutes; nothing random."""
    return Scheduler(
        desired_retention=DESIRED_RETENTION,
        learning_steps=(),
        relearning_steps=(),
        enable_fuzzing=False,
    )


def _cards(
    scheduler: Scheduler, rounds: Iterable[Round], exercises: Mapping[str, Exercise]
) -> dict[str, Card]:
    cards: dict[str, Card] = {}
    for found in rounds:
        if not found.passed or found.exercise not in exercises:
            continue
        at = _utc(found.last_at)
        for skill in exercises[found.exercise].skills:
            known = cards.get(skill)
            card = known or Card(card_id=len(cards) + 1, due=at)
            rated = rating(found, review=known is not None)
            cards[skill], _ = scheduler.review_card(card, rated, review_datetime=at)
    return cards


def _utc(moment: datetime) -> datetime:
    """FSRS takes no other zone."""
    return moment.astimezone(UTC)
