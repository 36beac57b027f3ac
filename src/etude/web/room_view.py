"""What a page of the room shows of a sitting, and of what was handed in for a question."""

from collections.abc import Sequence
from dataclasses import dataclass

from etude.domain.exam import BEST_MARK
from etude.domain.verdict import Verdict
from etude.exams.durations import clock_words
from etude.exams.feedback import shown_verdicts
from etude.exams.state import Handed, Phase, QuestionState, SittingState
from etude.render.reviewed import amount
from etude.web.sat import Sat


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """One question of the paper.

    Attributes: mark: as in "4/5", "" before the first; waits: something of it is to be marked.
    """

    number: int
    title: str
    weight: str
    mark: str
    full: bool
    waits: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """Attributes: number: from 1; mark: None while it waits; verdicts: that may be told."""

    number: int
    at: str
    mark: int | None
    counts: bool
    by_time: bool
    verdicts: Sequence[Verdict]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomView:
    """Attributes: left: as a clock shows it; waiting: how many submissions are not marked."""

    id: str
    title: str
    phase: str
    left: str
    remaining: float
    pauses: bool
    tabs: Sequence[Tab]
    total: str
    pass_mark: int
    waiting: int


def room_view(sat: Sat, state: SittingState) -> RoomView:
    """The sitting as a candidate may see it while it goes on."""
    blueprint = state.sitting.blueprint
    return RoomView(
        id=state.sitting.id,
        title=blueprint.title,
        phase=str(state.phase),
        left=clock_words(state.remaining),
        remaining=state.remaining,
        pauses=state.sitting.allowances.pauses,
        tabs=[_tab(sat, question) for question in state.questions.values()],
        total=amount(sat.marks(state).total),
        pass_mark=blueprint.pass_mark,
        waiting=len(list(state.waiting)),
    )


def submissions_of(state: SittingState, number: int) -> Sequence[Submission]:
    """Of one question, the newest first."""
    question = state.questions[number]
    found = [_submission(state, question, i, one) for i, one in enumerate(question.submissions, 1)]
    return found[::-1]


def _tab(sat: Sat, question: QuestionState) -> Tab:
    item = question.item
    return Tab(
        number=item.number,
        title=sat.title(item),
        weight=amount(item.weight),
        mark=f"{question.mark}/{BEST_MARK}" if question.best else "",
        full=question.mark == BEST_MARK,
        waits=any(not handed.marks for handed in question.submissions),
    )


def _submission(
    state: SittingState, question: QuestionState, number: int, handed: Handed
) -> Submission:
    mark, over = handed.mark, state.phase is Phase.FINISHED
    verdicts = shown_verdicts(mark, state.sitting.blueprint, over=over) if mark else ()
    return Submission(
        number=number,
        at=f"{handed.snapshot.at.astimezone():%H:%M:%S}",
        mark=mark.mark if mark else None,
        counts=question.best is handed,
        by_time=handed.by_time,
        verdicts=verdicts,
    )
