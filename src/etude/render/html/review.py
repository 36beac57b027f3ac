"""The review of a finished sitting as one HTML file that needs nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from etude.domain.result import Result
from etude.domain.review import QuestionReview, Review
from etude.domain.seen import Confusion
from etude.domain.verdict import Verdict
from etude.render.faults import Told, told
from etude.render.html.blocks import ErrorBlock, FindingBlock, error_block, finding_block
from etude.render.html.environment import environment
from etude.render.html.gauge import Gauge, gauge
from etude.render.html.matrix import Matrix, matrix
from etude.render.html.quoted import Quoter
from etude.render.html.training import Training, training
from etude.render.reviewed import (
    SELF_MARKED,
    Judged,
    amount,
    handed_in,
    judged,
    mark_words,
    outcome,
    took,
)
from etude.render.ring import CENTRE, RING_WIDTH, SIDE, arcs, drawn
from etude.render.versions import versions_line

_MOST_TRAININGS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictBlock:
    """Attributes: gauge: where a value was measured, None elsewhere."""

    judged: Judged
    gauge: Gauge | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """A confusion, and the table of it."""

    confusion: Confusion
    matrix: Matrix


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionBlock:
    """One question as the page shows it.

    Attributes:
      mood: "good" for a full mark, "fair" for a part of it, "bad" for none.
      told: why its program was not judged in full, None when it was.
      trainings_left_out: how many came before the last one and are not shown.
    """

    question: QuestionReview
    mood: str
    mark: str
    facts: Sequence[str]
    verdicts: Sequence[VerdictBlock]
    told: Told | None
    error: ErrorBlock | None
    findings: Sequence[FindingBlock]
    trainings: Sequence[Training]
    trainings_left_out: int
    decisions: Sequence[Decisions]


def review_page(review: Review, *, place: Callable[[str], str] = str) -> str:
    """The whole page; ``place`` is how the path of a file is shown."""
    result = review.result
    return (
        environment()
        .get_template("review.html.j2")
        .render(
            review=review,
            result=result,
            outcome=outcome(review),
            day=day(result),
            took=took(review),
            amount=amount,
            arcs=drawn(arcs(result.categories)),
            side=SIDE,
            centre=CENTRE,
            ring_width=RING_WIDTH,
            questions=[question_block(one, place) for one in review.questions],
            self_marked=SELF_MARKED if review.self_issued else "",
            versions=versions_line(result.versions),
        )
    )


def day(result: Result) -> str:
    """ "14 March 2026"."""
    return f"{result.finished_at.day} {result.finished_at:%B %Y}"


def question_block(question: QuestionReview, place: Callable[[str], str]) -> QuestionBlock:
    """What the page tells of one question."""
    quoter = Quoter(texts=question.texts, place=place)
    report, where = question.report, question.listing.told
    left_out = max(0, len(question.fits) - _MOST_TRAININGS)
    fits = [*question.fits[: _MOST_TRAININGS - 1], question.fits[-1]] if left_out else question.fits
    return QuestionBlock(
        question=question,
        mood=_mood(question),
        mark=mark_words(question),
        facts=handed_in(question),
        verdicts=verdict_blocks(question.verdicts),
        told=told(report) if report else None,
        error=error_block(report.error, quoter) if report and report.error else None,
        findings=[finding_block(one, quoter) for one in report.findings] if report else [],
        trainings=[training(fit, where) for fit in fits],
        trainings_left_out=left_out,
        decisions=[Decisions(confusion=one, matrix=matrix(one)) for one in question.confusions],
    )


def verdict_blocks(verdicts: Sequence[Verdict]) -> Sequence[VerdictBlock]:
    """Why points were given and lost; only for when the sitting is over."""
    return [_verdict(one) for one in judged(verdicts)]


def _mood(question: QuestionReview) -> str:
    if not question.mark:
        return "bad"
    return "fair" if question.lost > 0 else "good"


def _verdict(one: Judged) -> VerdictBlock:
    measured = one.verdict.measurement
    return VerdictBlock(judged=one, gauge=gauge(measured) if measured else None)
