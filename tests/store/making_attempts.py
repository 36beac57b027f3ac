"""Attempts to keep."""

from collections.abc import Callable
from datetime import UTC, datetime

from etude.domain.report import Report
from etude.domain.submission import Submission
from etude.domain.verdict import Status, Verdict
from etude.store.records import Attempt

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
MakeAttempt = Callable[..., Attempt]


def make_attempt(
    exercise: str = "images/pipeline",
    *,
    passed: bool = False,
    at: datetime = NOON,
    text: str = "x = 1\n",
    learner: str = "ann",
    seed: int = 0,
) -> Attempt:
    file = f"{exercise}/pipeline.py"
    status = Status.PASSED if passed else Status.FAILED
    verdict = Verdict(check="defines", title="defines f()", status=status, points=2 * passed, of=2)
    return Attempt(
        learner=learner,
        workspace=f"{learner}'s",
        at=at,
        submission=Submission(exercise=exercise, file=file, files={file: text.encode()}, seed=seed),
        report=Report(exercise=exercise, file=file, verdicts=[verdict], output="a\x00b\n"),
    )
