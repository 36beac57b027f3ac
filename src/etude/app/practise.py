"""Grades one exercise of a workspace and keeps the attempt."""

import importlib
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from etude.app.records import Records
from etude.app.workspace import Workspace
from etude.domain.exercise import Exercise
from etude.domain.outcome import Fault, Reason
from etude.domain.report import Report
from etude.domain.seen import Seen
from etude.domain.submission import Submission
from etude.domain.verdict import Verdict

if TYPE_CHECKING:
    from etude.grading.grade import Graded, Grader
    from etude.progress.learner import Learner
    from etude.sandbox import Cancellation, Sandbox

OnFrame = Callable[[Mapping[str, Any]], None]
OnVerdict = Callable[[Verdict], None]

# A sandbox whose worker is there opens in a few milliseconds.
_LOADING_SECONDS = 0.2
# For measuring an input pipeline, when that is asked for.
PROFILE_SECONDS = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A graded submission.

    Attributes:
      seen: what there is to see of the run, None when it wrote facts that étude does not know.
      kept: whether the attempt is stored; problem: why it is not.
    """

    exercise: Exercise
    submission: Submission
    report: Report
    seen: Seen | None = None
    kept: bool = True
    problem: str = ""

    def texts(self) -> dict[str, str]:
        """The learner's files as text, for quoting."""
        files = self.submission.files.items()
        return {path: content.decode(errors="replace") for path, content in files}


@dataclass(frozen=True, slots=True, kw_only=True)
class SoFar:
    """Attributes: passed: in this variant; hints: the number of the last one that was shown."""

    passed: bool
    hints: int


@dataclass(frozen=True, kw_only=True)
class Practice:
    """One workspace with everything that grading in it takes.

    Attributes:
      open_sandbox: called once, when something is first run.
    """

    workspace: Workspace
    exercises: Mapping[str, Exercise]
    records: Records
    open_sandbox: "Callable[[], Sandbox]"
    _opened: "list[Sandbox]" = field(default_factory=list)
    _opening: threading.Lock = field(default_factory=threading.Lock)

    def sandbox(self) -> "Sandbox":
        """The sandbox of this practice.

        Raises:
          SandboxUnavailable: nothing can be run here.
        """
        with self._opening:
            if not self._opened:
                self._opened.append(self.open_sandbox())
            return self._opened[0]

    def check(
        self,
        exercise: Exercise,
        *,
        profile_seconds: float = 0.0,
        on_frame: OnFrame | None = None,
        on_verdict: OnVerdict | None = None,
        cancellation: "Cancellation | None" = None,
    ) -> Checked:
        """Grades the learner's files as they are now.

        Args:
          profile_seconds: for measuring the input pipeline afterwards, for ``Checked.seen``.

        Raises:
          Problem: the learner's file is missing or cannot be read.
          UnreadableExercise: the exercise itself is broken.
          SandboxUnavailable: nothing can be run here.
        """
        from etude.app.grader import make_grader

        submission = self.workspace.submission(exercise)
        grader = make_grader(
            self._sandbox_until(cancellation),
            profile_seconds=profile_seconds,
            on_frame=on_frame,
            on_verdict=on_verdict,
        )
        graded = self._grade(grader, exercise, submission)
        checked = Checked(
            exercise=exercise,
            submission=submission,
            report=graded.report,
            seen=graded.seen,
            kept=False,
        )
        if not is_attempt(graded.report):
            return checked
        problem = self.records.keep(self.workspace.id, submission, graded.report, seen=graded.seen)
        return replace(checked, kept=not problem, problem=problem)

    def learner(self) -> "Learner":
        """What can be told about the learner now; imports what models memory."""
        from etude.progress.learner import learner_at

        return learner_at(self.records.history(), self.exercises, now=self.records.now())

    def settled(self) -> set[str]:
        """Ids of the exercises that are passed in the variant that is in this workspace."""
        return {
            event.exercise
            for event in self.records.history()
            if event.passed and event.seed == self.workspace.seed(event.exercise)
        }

    def so_far(self, exercise: Exercise) -> SoFar:
        """How far the learner has come with this variant; asks the store once."""
        events = [
            event
            for event in self.records.history(exercise=exercise.id)
            if event.seed == exercise.seed
        ]
        return SoFar(
            passed=any(event.passed for event in events),
            hints=max((event.number for event in events), default=0),
        )

    def close(self) -> None:
        self.records.close()
        for sandbox in self._opened:
            sandbox.close()

    def _sandbox_until(self, cancellation: "Cancellation | None") -> "Sandbox":
        """The sandbox, whose runs end when that is asked for."""
        from etude.app.cancel import CancellableSandbox

        sandbox = self._sandbox_awaited()
        return sandbox if cancellation is None else CancellableSandbox(sandbox, cancellation)

    def _grade(self, grader: "Grader", exercise: Exercise, submission: Submission) -> "Graded":
        from etude.catalog.marking import read_checks

        checks = read_checks(exercise)
        self._get_ready()
        return grader.grade_and_show(exercise, submission, checks)

    def _sandbox_awaited(self) -> "Sandbox":
        """The sandbox; what is needed later is got ready while it loads TensorFlow, if it does."""
        loading = threading.Timer(_LOADING_SECONDS, self._get_ready)
        loading.daemon = True
        loading.start()
        try:
            return self.sandbox()
        finally:
            loading.cancel()

    def _get_ready(self) -> None:
        """Opens and imports beside whatever is awaited without work of our own."""
        self.records.open_soon()
        threading.Thread(target=import_judges, daemon=True).start()


def import_judges() -> None:
    """Imports what judging takes, a tenth of a second's work, before it is needed."""
    importlib.import_module("etude.grading.grade")
    catalogue = importlib.import_module("etude.diagnoses.diagnose").catalogue
    catalogue()


def is_attempt(report: Report) -> bool:
    """Whether the learner was judged; a fault of étude or a run given up is no attempt."""
    return report.fault in (None, Fault.LEARNER) and report.reason is not Reason.CANCELLED
