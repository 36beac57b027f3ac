"""A finished sitting in words, for the terminal and the page."""

from collections.abc import Sequence
from dataclasses import dataclass

from etude.domain.exam import BEST_MARK
from etude.domain.review import QuestionReview, Review
from etude.domain.verdict import Status, Verdict
from etude.domain.wording import counted

SELF_MARKED = (
    "Taken and marked on the candidate's own machine, with nobody watching: nobody else vouches "
    "for it."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One verdict as it is told.

    Attributes:
      state: "all", "part", "none" or "skipped"; sign: the same as one character; word: in a word.
      because: titles of what a skipped one waited for, "" for others.
    """

    verdict: Verdict
    state: str
    sign: str
    word: str
    because: str = ""


def outcome(review: Review) -> str:
    """ "Passed with 94.5 of 100 points; 90 were needed"."""
    result = review.result
    word = "Passed" if result.passed else "Not passed"
    return f"{word} with {amount(result.total)} of 100 points; {result.pass_mark} were needed"


def amount(points: float) -> str:
    """Points with one digit after the point at most, never rounded up to the next bar."""
    return f"{int(round(points, 6) * 10) / 10:g}"


def judged(verdicts: Sequence[Verdict]) -> list[Judged]:
    """Every verdict; of a skipped one, what had failed before it."""
    told: list[Judged] = []
    for verdict in verdicts:
        if verdict.status is Status.SKIPPED:
            told.append(
                Judged(
                    verdict=verdict, state="skipped", sign="·", word="not judged",
                    because=_failed_before(verdict, verdicts),
                )
            )  # fmt: skip
        elif verdict.status is Status.PASSED:
            told.append(Judged(verdict=verdict, state="all", sign="✓", word="reached"))
        elif verdict.points:
            told.append(Judged(verdict=verdict, state="part", sign="◐", word="reached in part"))
        else:
            told.append(Judged(verdict=verdict, state="none", sign="✗", word="not reached"))
    return told


def handed_in(question: QuestionReview) -> list[str]:
    """How the question was answered."""
    if not question.submissions:
        return ["nothing was handed in"]
    facts = [counted(question.submissions, "submission")]
    if question.by_time:
        facts.append("the one that counts was taken when time was up")
    return facts


def mark_words(question: QuestionReview) -> str:
    """ "4 of 5, so 16 of 20 points"."""
    return (
        f"{question.mark} of {BEST_MARK}, so {amount(question.points)} of "
        f"{amount(question.weight)} points"
    )


def took(review: Review) -> str:
    """ "4 h 12 min of 5 h"."""
    return f"{span(review.minutes)} of {span(review.allowed)}"


def span(minutes: float) -> str:
    """Whole minutes: "45 min", "5 h", "4 h 12 min"."""
    hours, rest = divmod(int(minutes), 60)
    parts = [f"{hours} h"] if hours else []
    return " ".join([*parts, f"{rest} min"] if rest or not hours else parts)


def _failed_before(verdict: Verdict, verdicts: Sequence[Verdict]) -> str:
    earlier = verdicts[: list(verdicts).index(verdict)]
    return "; ".join(one.title for one in earlier if one.status is Status.FAILED)
