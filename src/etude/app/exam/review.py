"""Looks back at a sitting: what counted of each question, why points were lost, what to mend."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from etude.app.exam.asked import Asked, all_asked
from etude.app.exam.exam import Exam
from etude.app.exam.journal import Journal
from etude.app.exam.kept_runs import kept_run
from etude.app.exam.mark import artifacts_of
from etude.app.exam.marker import marker_of
from etude.app.exam.phases import NotRunning
from etude.app.exam.run import OUTCOME, keep_ran, observe, submission_of
from etude.app.exam.settle import settle
from etude.app.versions import versions
from etude.domain.exam import BEST_MARK
from etude.domain.marked import Marked
from etude.domain.outcome import Outcome
from etude.domain.problem import Act, Step
from etude.domain.report import Report
from etude.domain.sitting import Sitting
from etude.exams.state import Handed, Phase, QuestionState, SittingState


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedBack:
    """One question after the sitting.

    Attributes:
      marked: of the submission that counts, with what-ifs where points were lost; None without one.
      report: verdicts and diagnoses on that submission; None without one.
      files: its programs, by path relative to the question's folder.
      outcome: what the same programs did when they were run, None when they never were.
    """

    asked: Asked
    state: QuestionState
    marked: Marked | None = None
    report: Report | None = None
    files: Mapping[str, bytes]
    outcome: Outcome | None = None

    @property
    def was_run(self) -> bool:
        """Whether the diagnoses could rest on a run."""
        return self.outcome is not None


def finished_state(exam: Exam, sitting: Sitting) -> SittingState:
    """The state of a sitting that is over.

    Raises:
      NotRunning: it is not.
    """
    state = settle(exam, sitting)
    if state.phase is not Phase.FINISHED:
        raise NotRunning(
            "The sitting is not over, and reasons are told when it is.",
            step=Step(act=Act.FINISH_TO_BE_TOLD),
        )
    return state


def look_back(exam: Exam, sitting: Sitting, *, runs: bool = False) -> Iterator[LookedBack]:
    """Each question in turn.

    Args:
      runs: run the programs that lost points and were not run in the sandbox; takes as long as
        they take.

    Raises:
      NotRunning: the sitting is not over.
      SandboxUnavailable: nothing can be run here.
    """
    state = finished_state(exam, sitting)
    for asked in all_asked(exam, sitting):
        yield _looked_back(exam, sitting, asked, state, runs=runs)


def look_back_at(exam: Exam, sitting: Sitting, asked: Asked, *, runs: bool = False) -> LookedBack:
    """One question; arguments and errors as those of ``look_back``."""
    return _looked_back(exam, sitting, asked, finished_state(exam, sitting), runs=runs)


def _looked_back(
    exam: Exam, sitting: Sitting, asked: Asked, state: SittingState, *, runs: bool
) -> LookedBack:
    question = state.questions[asked.number]
    if question.best is None:
        return LookedBack(asked=asked, state=question, files={})
    journal = Journal(exam=exam, sitting=sitting)
    return _of_best(journal, asked, question, question.best, runs=runs)


def _of_best(
    journal: Journal, asked: Asked, question: QuestionState, best: Handed, *, runs: bool
) -> LookedBack:
    exam, hashes = journal.exam, best.snapshot.files
    files = {p: exam.blobs.get(d) for p, d in hashes.items() if not asked.is_artifact(p)}
    marked = best.mark
    assert marked is not None
    lost = marked.mark < BEST_MARK
    if lost:
        marked = _explained(journal, asked, best, marked)
    outcome = _outcome(journal, asked, question, best, files, runs=runs and lost)
    return LookedBack(
        asked=asked,
        state=question,
        marked=marked,
        report=_report(asked, files, outcome or Outcome(), marked),
        files=files,
        outcome=outcome,
    )


def _explained(journal: Journal, asked: Asked, best: Handed, marked: Marked) -> Marked:
    """The same marking once more, under changed inputs as well; the mark itself stays."""
    artifacts = artifacts_of(journal.exam, asked, best.snapshot.files)
    marker = marker_of(journal.exam, journal.sitting, artifacts)
    explained = marker.explain(asked.question, artifacts, asked.checks)
    return marked if explained.waits or explained.mark != marked.mark else explained


def _outcome(
    journal: Journal,
    asked: Asked,
    question: QuestionState,
    best: Handed,
    files: Mapping[str, bytes],
    *,
    runs: bool,
) -> Outcome | None:
    """What the same programs did when they were run."""
    programs = {path: best.snapshot.files[path] for path in files}
    for event in reversed(question.runs):
        if event.files == programs and OUTCOME in event.detail:
            return kept_run(journal.exam, event.detail[OUTCOME])
    if not runs or asked.program not in files:
        return None
    observed = observe(journal.exam, asked, files)
    keep_ran(journal, asked, files, observed)
    return observed.outcome


def _report(
    asked: Asked, files: Mapping[str, bytes], outcome: Outcome, marked: Marked
) -> Report | None:
    from etude.grading.observe import explain

    if asked.program not in files:
        return None
    base = Report(exercise=asked.question.id, file=asked.program, versions=versions())
    report = explain(base, submission_of(asked, files), outcome, marked.verdicts)
    return replace(report, isolation=marked.isolation)
