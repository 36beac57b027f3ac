"""Fills the review of a finished sitting from what is kept of it and installed here."""

from collections.abc import Mapping, Sequence

import msgspec

from etude.app.exam.exam import Exam
from etude.app.exam.review import LookedBack, finished_state, look_back
from etude.catalog.content_version import content_version
from etude.catalog.exercises import exercises
from etude.diagnoses.diagnose import catalogue
from etude.diagnoses.evidence import gather
from etude.diagnoses.source import Source
from etude.domain.lines import source_lines
from etude.domain.listing import Listing, Part
from etude.domain.observations import Fit
from etude.domain.result import Result
from etude.domain.review import QuestionReview, Review
from etude.domain.sitting import Sitting
from etude.exams.marks import marks_of
from etude.exams.notes import notes_of
from etude.exams.result import result_of
from etude.exams.review import review_of
from etude.exams.state import SittingState


def result(exam: Exam, sitting: Sitting, *, candidate: str = "") -> Result:
    """What a sitting that is over came to.

    Raises:
      NotRunning: it is not over.
    """
    return _result(exam, finished_state(exam, sitting), candidate)


def review(exam: Exam, sitting: Sitting, *, runs: bool = False, self_issued: bool = True) -> Review:
    """The review of a sitting that is over.

    Args:
      runs: as in ``look_back``.
      self_issued: whether nobody but this machine vouches for it.

    Raises:
      NotRunning: it is not over.
      SandboxUnavailable: nothing can be run here.
    """
    questions = [_question(one) for one in look_back(exam, sitting, runs=runs)]
    state = finished_state(exam, sitting)
    history = exam.store.history(exam.learner)
    return review_of(
        _result(exam, state, ""),
        questions,
        minutes=state.elapsed / 60,
        allowed=sitting.seconds / 60,
        exercises=list(exercises().values()),
        passed={event.exercise for event in history if event.passed},
        diagnosed={name: known.skills for name, known in catalogue().items()},
        notes=notes_of(state),
        self_issued=self_issued,
    )


def _result(exam: Exam, state: SittingState, candidate: str) -> Result:
    skills = {question.id: question.skills for question in exam.questions.values()}
    marks = marks_of(state, skills)
    return result_of(state, marks, content=content_version(), candidate=candidate)


def _question(found: LookedBack) -> QuestionReview:
    asked, state = found.asked, found.state
    texts = {path: data.decode(errors="replace") for path, data in found.files.items()}
    verdicts = found.marked.verdicts if found.marked else ()
    return QuestionReview(
        number=asked.number,
        question=asked.question.id,
        title=asked.question.title,
        topic=asked.item.topic,
        mark=state.mark,
        weight=asked.item.weight,
        skills=asked.question.skills,
        verdicts=verdicts,
        submissions=len(state.submissions),
        by_time=state.best is not None and state.best.by_time,
        report=found.report,
        texts=texts,
        listing=_listing(texts, asked.program),
        fits=_fits(found, texts.get(asked.program, "")),
    )


def _listing(texts: Mapping[str, str], program: str) -> Listing:
    """The program first: lines of its trainings are its own."""
    parts, first = [], 1
    for name in sorted(texts, key=lambda name: (name != program, name)):
        parts.append(Part(name=name, first=first, text=texts[name]))
        first += max(1, len(source_lines(texts[name])))
    return Listing(parts)


def _fits(found: LookedBack, text: str) -> Sequence[Fit]:
    """Trainings of the run, if the frames are ones that étude writes."""
    if found.outcome is None:
        return ()
    try:
        return gather(found.outcome.frames, Source(found.asked.program, text)).fits
    except (msgspec.ValidationError, LookupError, TypeError, AttributeError):
        return ()
