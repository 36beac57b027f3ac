"""Runs exercises in threads of its own; what happens goes into a log that any process can read."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from etude.app.attending import attend
from etude.app.learner_file import digest_of
from etude.app.practise import Checked, Practice
from etude.app.run_log import How, RunLog, RunLogs, RunReader, RunWriter
from etude.app.snapshots import Snapshots
from etude.app.turns import Turns
from etude.domain.exercise import Exercise
from etude.domain.outcome import Reason
from etude.domain.report import Report
from etude.domain.seen import Seen
from etude.grading.seen import seen_so_far
from etude.store.packing import packed

if TYPE_CHECKING:
    from etude.sandbox import Cancellation

STARTED, WAITING, FACT, VERDICT, REPORT = "started", "waiting", "fact", "verdict", "report"
GIVEN_UP = "given up"
# Facts that a live view shows; the others are judged when the run has ended.
_LIVE = ("epoch",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What the event ``report`` holds.

    Attributes:
      texts: the learner's files as they were run, by path.
      stored: whether the attempt is kept; problem: why it is not.
    """

    report: Report
    texts: Mapping[str, str]
    seed: int
    stored: bool
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RunDesk:
    """Attributes:
    folder: holds the runs of all workspaces.
    turns: so that no more programs run at once than the machine can bear.
    tell: is given the folder of an exercise's runs when something has happened in one.
    """

    folder: Path
    now: Callable[[], datetime]
    turns: Turns = field(default_factory=Turns)
    tell: Callable[[Path], None] = lambda folder: None

    def runs(self, practice: Practice, exercise: Exercise) -> RunLogs:
        """The runs of one exercise in one workspace."""
        return RunLogs(folder=self.folder / practice.workspace.id / exercise.id)

    def known(
        self, practice: Practice, exercise: Exercise, *, program: str, ended: bool
    ) -> RunLog | None:
        """The newest run, if it is of the main file with this digest.

        Args:
          ended: also if it has ended.
        """
        log = self.runs(practice, exercise).last()
        if log is None or log.is_given_up():
            return None
        events = RunReader(log).read()
        if not events or events[0].data.get("program") != program:
            return None
        if events[-1].last:
            return log if ended else None
        return None if log.is_lost(now=self.now()) else log

    def start(
        self, practice: Practice, exercise: Exercise, *, profile_seconds: float = 0.0
    ) -> RunLog:
        """Runs the learner's files as they are now; an earlier run of the exercise is given up.

        Args:
          profile_seconds: for measuring the input pipeline afterwards.
        """
        runs = self.runs(practice, exercise)
        earlier = runs.last()
        if earlier is not None:
            earlier.give_up()
        log = runs.begin(now=self.now())
        writer = RunWriter(log, on_put=partial(self.tell, runs.folder))
        run = _Run(
            turns=self.turns,
            practice=practice,
            exercise=exercise,
            log=log,
            writer=writer,
            snapshots=Snapshots(log, writer, _seen_so_far),
            profile_seconds=profile_seconds,
        )
        threading.Thread(target=run.attend, daemon=True).start()
        return log


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    turns: Turns
    practice: Practice
    exercise: Exercise
    log: RunLog
    writer: RunWriter
    snapshots: Snapshots
    profile_seconds: float

    def attend(self) -> None:
        program = digest_of(self.practice.workspace.path(self.exercise))
        self.writer.put(STARTED, {"run": self.log.id, "program": program})
        attend(self.log, self.writer, self._grade, look=self.snapshots.look)

    def _grade(self, cancellation: "Cancellation") -> How:
        with self.turns.one(
            on_waiting=lambda: self.writer.put(WAITING, {}), give_up=self.log.is_given_up
        ) as mine:
            return self._judge(cancellation) if mine else How(GIVEN_UP)

    def _judge(self, cancellation: "Cancellation") -> How:
        checked = self.practice.check(
            self.exercise,
            profile_seconds=self.profile_seconds,
            on_frame=self._tell_fact,
            on_verdict=lambda verdict: self.writer.put(VERDICT, verdict),
            cancellation=cancellation,
        )
        return self._tell(checked)

    def _tell(self, checked: Checked) -> How:
        if checked.report.reason is Reason.CANCELLED:
            return How(GIVEN_UP)
        told = Judged(
            report=checked.report,
            texts=checked.texts(),
            seed=checked.submission.seed,
            stored=checked.kept,
            problem=checked.problem,
        )
        self.snapshots.close(_packed(checked.seen))
        self.writer.put(REPORT, told)
        return How("judged")

    def _tell_fact(self, frame: Mapping[str, Any]) -> None:
        self.snapshots.hear(frame)
        tell_fact(self.writer, frame)


def tell_fact(writer: RunWriter, frame: Mapping[str, Any]) -> None:
    """Tells a fact that is shown while a program runs, and leaves the others out."""
    if frame.get("kind") in _LIVE:
        try:
            writer.put(FACT, frame)
        except (TypeError, msgspec.EncodeError):  # not a fact that we wrote
            return


def _seen_so_far(frames: Sequence[Mapping[str, Any]]) -> bytes | None:
    return _packed(seen_so_far(frames))


def _packed(seen: Seen | None) -> bytes | None:
    return packed(seen) if seen is not None and seen.anything else None
