"""Runs the program of a question in the sandbox, and puts what it wrote into the workspace."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from etude.app.exam.asked import Asked, asked
from etude.app.exam.exam import Exam
from etude.app.exam.found import find_files
from etude.app.exam.journal import Draft, Journal
from etude.app.exam.kept_runs import keep_run
from etude.app.exam.phases import assert_running
from etude.app.exam.save import keep, save_question
from etude.app.exam.settle import settle
from etude.app.whole_file import write_whole
from etude.domain.outcome import Artifact, Outcome
from etude.domain.problem import Problem
from etude.domain.report import Report
from etude.domain.sitting import Sitting, SittingDeed
from etude.domain.submission import Submission

if TYPE_CHECKING:
    from etude.grading.observe import Observed
    from etude.sandbox import Cancellation

OnFrame = Callable[[Mapping[str, Any]], None]
OUTCOME = "outcome"  # in the detail of a ``ran`` event: the name of the kept outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """One run of a question's program.

    Attributes:
      report: what it did, without any verdict; files: what it was made of, by path.
      written: what was put into the workspace, relative to the question's folder.
      refused: what could not be brought out, and why.
    """

    asked: Asked
    report: Report
    files: Mapping[str, bytes]
    written: Sequence[str]
    refused: Mapping[str, str]


def run(
    exam: Exam,
    sitting: Sitting,
    number: int,
    *,
    on_frame: OnFrame | None = None,
    cancellation: "Cancellation | None" = None,
) -> Ran:
    """Runs a program as it is now; what it did is kept for the review.

    Raises:
      Problem: the sitting is paused or over, or there is no program.
      SandboxUnavailable: nothing can be run here.
    """
    assert_running(settle(exam, sitting))
    question = asked(exam, sitting, number)
    journal = Journal(exam=exam, sitting=sitting)
    save_question(journal, question)
    files = _programs(question)
    observed = observe(exam, question, files, on_frame=on_frame, cancellation=cancellation)
    written = _write(question, observed.outcome) if observed.outcome else []
    keep_ran(journal, question, files, observed)
    save_question(journal, question)
    return Ran(
        asked=question,
        report=observed.report,
        files=files,
        written=written,
        refused=_refused(observed.outcome),
    )


def observe(
    exam: Exam,
    question: Asked,
    files: Mapping[str, bytes],
    *,
    on_frame: OnFrame | None = None,
    cancellation: "Cancellation | None" = None,
) -> "Observed":
    """Runs programs of a question, in a folder of its own, with its public data."""
    from etude.app.versions import versions
    from etude.catalog.data import hidden_arrays, public_data
    from etude.grading.observe import Observer
    from etude.grading.plan import DataSource

    observer = Observer(
        sandbox=exam.sandbox(),
        data=DataSource(public=public_data, hidden=hidden_arrays),
        versions=versions(),
        on_frame=on_frame,
        cancellation=cancellation,
    )
    return observer.observe(question.question, submission_of(question, files), question.artifacts)


def submission_of(question: Asked, files: Mapping[str, bytes]) -> Submission:
    """Programs as the grader takes them; paths are relative to the question's folder."""
    return Submission(
        exercise=question.question.id,
        file=question.program,
        files=files,
        seed=question.item.seed,
    )


def keep_ran(
    journal: Journal, question: Asked, files: Mapping[str, bytes], observed: "Observed"
) -> None:
    """Writes down that programs were run, and what came of it."""
    outcome = observed.outcome
    detail = {OUTCOME: keep_run(journal.exam, outcome)} if outcome is not None else {}
    draft = Draft(
        deed=SittingDeed.RAN,
        question=question.number,
        files=keep(journal.exam, files),
        detail=detail,
    )
    journal.write(lambda state: draft)


def _programs(question: Asked) -> Mapping[str, bytes]:
    found = find_files(question)
    programs = {p: c for p, c in found.files.items() if not question.is_artifact(p)}
    if question.program not in programs:
        why = found.refused.get(question.program, "it is not there")
        raise Problem(f"{question.folder / question.program} cannot be run: {why}.")
    return programs


def _write(question: Asked, outcome: Outcome) -> Sequence[str]:
    """Puts files that came out in place of those of the last run."""
    came = {a.name: a.content for a in outcome.artifacts.values() if a.content is not None}
    try:
        for name in question.artifacts:
            if name.endswith("/") and any(path.startswith(name) for path in came):
                shutil.rmtree(question.folder / name, ignore_errors=True)
        for path, content in came.items():
            write_whole(question.folder / path, content)
    except OSError as error:
        where = error.filename or question.folder
        raise Problem(f"{where} cannot be written: {error.strerror or error}.") from None
    return sorted(came)


def _refused(outcome: Outcome | None) -> Mapping[str, str]:
    """Of every file that was wanted and did not come, why."""
    artifacts: Sequence[Artifact] = list(outcome.artifacts.values()) if outcome else []
    return {artifact.name: artifact.refusal for artifact in artifacts if artifact.refusal}
