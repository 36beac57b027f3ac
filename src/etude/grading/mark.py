"""Marks what was handed in for a question: files alone, in a process that runs no learner code."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from etude.checks.base import Check
from etude.domain.exercise import Exercise
from etude.domain.marked import Marked
from etude.domain.outcome import Artifact, Fault, Isolation, Outcome, Reason
from etude.domain.task import Part
from etude.domain.verdict import Status, Verdict
from etude.grading.clean_run import ending_of, of_the_file, run_clean, silent_probes
from etude.grading.judge import judge_all
from etude.grading.plan import DataSource, clean_job
from etude.sandbox import Sandbox

OnContract = Callable[[Sequence[Verdict]], None]
# As many as the sandbox itself brings out of a folder.
_MOST_FILES = 2000
_SIGKILL = 9
# How much longer than its processor time a model may take on a machine that is busy otherwise.
_PATIENCE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """Marks artifacts in a sandbox.

    Attributes:
      data: its hidden sets are those of one sitting and one file, see ``etude.exams.seal``.
    """

    sandbox: Sandbox
    data: DataSource
    versions: Mapping[str, str]

    def mark(
        self,
        question: Exercise,
        artifacts: Mapping[str, bytes],
        checks: Sequence[Check],
        *,
        on_contract: OnContract | None = None,
    ) -> Marked:
        """The mark of files that were handed in; never raises for what is in them.

        Args:
          artifacts: contents by path; those of a folder, a SavedModel, each by its own.
          on_contract: called with the verdicts that need no hidden data, before those that do.
        """
        marking = _Marking(marker=self, question=question, artifacts=artifacts, checks=checks)
        contract = _contract(checks)
        marking.ask(contract, Part.RELOAD, phase="contract")
        if not marking.stopped:
            told = marking.judged(contract)
            if on_contract is not None:
                on_contract(told)
            broken = {verdict.check for verdict in told if verdict.status is not Status.PASSED}
            rest = [check for check in checks if check not in contract]
            asked = [check for check in rest if not broken & set(check.after)]
            marking.ask(asked, Part.RELOAD, phase="reload")
        return marking.result(contract)

    def explain(
        self, question: Exercise, artifacts: Mapping[str, bytes], checks: Sequence[Check]
    ) -> Marked:
        """The same mark, where verdicts also hold what would have been under changed inputs."""
        marking = _Marking(marker=self, question=question, artifacts=artifacts, checks=checks)
        marking.ask(checks, Part.RELOAD, phase="reload")
        failed = {v.check for v in marking.judged(checks) if v.status is Status.FAILED}
        asked = [check for check in checks if check.asks_what_if and check.name in failed]
        if not marking.stopped:
            marking.ask(asked, Part.WHAT_IF, phase="what_if")
        return marking.result(_contract(checks))


@dataclass(slots=True, kw_only=True)
class _Marking:
    """One marking as it proceeds."""

    marker: Marker
    question: Exercise
    artifacts: Mapping[str, bytes]
    checks: Sequence[Check]
    frames: list[Mapping[str, Any]] = field(default_factory=list)
    phases: dict[str, float] = field(default_factory=dict)
    isolation: Isolation = field(default_factory=lambda: Isolation(level=1))

    @property
    def stopped(self) -> bool:
        return ending_of(self.frames) is not None

    def ask(self, checks: Sequence[Check], part: Part, *, phase: str) -> None:
        if not checks:
            return
        job = clean_job(_unhurried(self.question), self._handed_in, checks, part, self.marker.data)
        run = run_clean(self.marker.sandbox, job, checks, part, blames_file=_blames_file)
        self.frames += run.frames
        self.phases[phase] = run.milliseconds
        self.isolation = run.isolation

    def judged(self, checks: Sequence[Check]) -> Sequence[Verdict]:
        frames = [*silent_probes(checks), *self.frames]
        return judge_all(checks, frames, self._handed_in, self.marker.data.hidden)

    def result(self, contract: Sequence[Check]) -> Marked:
        started = time.perf_counter()
        verdicts = self.judged(self.checks)
        self.phases["judging"] = 1e3 * (time.perf_counter() - started)
        marked = Marked(
            question=self.question.id,
            verdicts=verdicts,
            contract=[check.name for check in contract],
            isolation=self.isolation,
            versions=self.marker.versions,
            phases=self.phases,
            prediction_seconds=_prediction_seconds(self.frames),
        )
        ending = ending_of(self.frames)
        if ending is None:
            return marked
        fault = Fault.SYSTEM if ending.fault is Fault.LEARNER else ending.fault
        return replace(marked, fault=fault, reason=ending.reason, detail=ending.detail)

    @property
    def _handed_in(self) -> Outcome:
        """What a program's run would have brought out, had there been one."""
        asked = dict.fromkeys(name for check in self.checks for name in check.artifacts)
        limit = self.question.limits.artifact_bytes
        found: dict[str, Artifact] = {}
        for name in asked:
            files = {n: c for n, c in self.artifacts.items() if _belongs(n, name)}
            refusal = _refusal(files, limit)
            if refusal:
                found[name] = Artifact(name=name, refusal=refusal)
            else:
                found |= {n: Artifact(name=n, content=c) for n, c in files.items()}
        return Outcome(artifacts=found)


def _contract(checks: Sequence[Check]) -> Sequence[Check]:
    """Those that need no hidden data, and wait for none that does."""
    found: list[Check] = []
    for check in checks:
        if not check.hidden and {known.name for known in found}.issuperset(check.after):
            found.append(check)
    return found


def _unhurried(question: Exercise) -> Exercise:
    """With time by the clock for what its processor time allows, so that a busy machine, which is
    no fault of the file, does not end it."""
    limits = question.limits
    wall = max(limits.wall_seconds, float(_PATIENCE * limits.cpu_seconds))
    return replace(question, limits=replace(limits, wall_seconds=wall))


def _blames_file(outcome: Outcome) -> bool:
    """What the clock or the system ended says nothing about a file; its own limits do."""
    killed = outcome.reason is Reason.MEMORY and outcome.exit_code == -_SIGKILL
    return of_the_file(outcome) and outcome.reason is not Reason.TIMEOUT and not killed


def _belongs(name: str, artifact: str) -> bool:
    if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts:
        return False
    return name.startswith(artifact) if artifact.endswith("/") else name == artifact


def _refusal(files: Mapping[str, bytes], limit: int) -> str:
    """Why files are not even opened; "" when they are."""
    size = sum(map(len, files.values()))
    if size > limit:
        return f"expected at most {limit:,} bytes, got {size:,}"
    if len(files) > _MOST_FILES:
        return f"expected at most {_MOST_FILES:,} files, got {len(files):,}"
    return ""


def _prediction_seconds(frames: Sequence[Mapping[str, Any]]) -> float:
    answers = [frame.get("facts", {}) for frame in frames if frame["kind"] == "probe"]
    return sum(float(facts.get("seconds", 0.0)) for facts in answers)
