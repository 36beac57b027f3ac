"""Everything that the review of a finished sitting tells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from etude.domain.exam import BEST_MARK
from etude.domain.listing import Listing
from etude.domain.observations import Fit
from etude.domain.report import Report
from etude.domain.result import Result
from etude.domain.seen import Confusion
from etude.domain.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionReview:
    """One question of the paper, and what came of it.

    Attributes:
      number: counted from 1; question: its id; topic: of its category.
      skills: ids of what it asks for; weight: what a mark of 5 adds to the total.
      verdicts: of the file that counts, in order; empty when none was handed in.
      submissions: how many there were; by_time: the one that counts was taken when time was up.
      report: of the program as it was last run, None when it never was.
      texts: the program's files by path; listing: the same, in which ``fits`` have their lines.
      fits: its trainings.
    """

    number: int
    question: str
    title: str
    topic: str
    mark: int
    weight: float
    skills: Sequence[str] = ()
    verdicts: Sequence[Verdict] = ()
    submissions: int = 0
    by_time: bool = False
    report: Report | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    listing: Listing = field(default_factory=Listing)
    fits: Sequence[Fit] = ()

    @property
    def confusions(self) -> Sequence[Confusion]:
        """What the model decides about hidden examples."""
        measured = [one.measurement for one in self.verdicts if one.measurement is not None]
        return [one.confusion for one in measured if one.confusion is not None]

    @property
    def points(self) -> float:
        """What it adds to the total."""
        return self.weight * self.mark / BEST_MARK

    @property
    def lost(self) -> float:
        """What it could have added."""
        return self.weight - self.points


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """An exercise to be practised; ``again``: it was passed before, so it is a review."""

    exercise: str
    title: str
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """A skill to practise next.

    Attributes:
      lost: points of 100 that questions about it lost; because: diagnoses that point to it.
    """

    skill: str
    title: str
    lost: float
    because: Sequence[str] = ()
    exercises: Sequence[Queued] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The whole review.

    Attributes:
      minutes: how long the sitting took; allowed: how long it might have taken.
      practice: at most three skills, the one that lost most first.
      notes: sentences on the sitting itself: extra time, pauses, a clock that was changed.
      self_issued: whether nobody but the candidate's own machine vouches for it.
    """

    result: Result
    questions: Sequence[QuestionReview]
    minutes: float
    allowed: float
    practice: Sequence[Practice] = ()
    notes: Sequence[str] = ()
    self_issued: bool = True
