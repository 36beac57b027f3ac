"""Runs, marks and looks back in threads; what happens goes into logs that any process can read."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from etude.app.attending import Work, attend
from etude.app.exam.exam import Exam
from etude.app.exam.look import look
from etude.app.exam.mark import MarkedNow, mark_waiting
from etude.app.exam.phases import assert_running
from etude.app.exam.queue import queue_exercises
from etude.app.exam.review import finished_state
from etude.app.exam.reviewed import review
from etude.app.exam.run import Ran, run
from etude.app.run_desk import REPORT, STARTED, tell_fact
from etude.app.run_log import How, RunLog, RunLogs, RunReader, RunWriter
from etude.app.whole_file import write_whole
from etude.domain.outcome import Reason
from etude.domain.report import Report
from etude.domain.review import Review
from etude.domain.sitting import Sitting
from etude.domain.verdict import Verdict
from etude.exams.feedback import broken
from etude.exams.state import SittingState

if TYPE_CHECKING:
    from etude.sandbox import Cancellation

CONTRACT, MARKED = "contract", "marked"
REVIEW_PAGE, REVIEW_RECORD = "review.html", "review.json"
_EVENTS, _MARKS = "events", "marks"


@dataclass(frozen=True, slots=True, kw_only=True)
class RanNow:
    """What the event ``report`` holds; during a sitting nothing is judged.

    Attributes:
      texts: the programs as they were run, by path.
      written: files that were put into the folder; refused: of those that did not come, why.
    """

    report: Report
    texts: Mapping[str, str]
    written: Sequence[str]
    refused: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamDesk:
    """Attributes: folder: holds what happened in all sittings."""

    folder: Path
    now: Callable[[], datetime]

    def runs(self, sitting: Sitting, number: int) -> RunLogs:
        """The runs of one question."""
        return RunLogs(folder=self.folder / sitting.id / f"question-{number}")

    def markings(self, sitting: Sitting) -> RunLogs:
        """Of all questions, since they are marked one after the other."""
        return RunLogs(folder=self.folder / sitting.id / "marking")

    def reviews(self, sitting: Sitting) -> RunLogs:
        return RunLogs(folder=self.folder / sitting.id / "review")

    def run(self, exam: Exam, sitting: Sitting, number: int) -> RunLog:
        """Runs a program as it is now; an earlier run of the question is given up.

        Raises:
          Problem: the sitting is paused or over.
        """
        assert_running(look(exam, sitting))
        runs = self.runs(sitting, number)
        earlier = runs.last()
        if earlier is not None:
            earlier.give_up()
        log = runs.begin(now=self.now())
        writer = RunWriter(log)
        writer.put(STARTED, {"run": log.id})
        return _begin(log, writer, _Run(exam, sitting, number, writer).work)

    def mark(self, exam: Exam, sitting: Sitting, *, again: bool = True) -> RunLog | None:
        """Marks what waits, unless that is being done already; None when nothing is due.

        Args:
          again: also what could not be marked the last time, since something of ours failed.
        """
        with _BEGINNING:
            last = self.markings(sitting).last()
            state = look(exam, sitting)
            waiting = [handed.number for _, handed in state.waiting]
            if not waiting or (not again and not self._is_due(last, waiting)):
                return None
            if last is not None and self.goes_on(last):
                return last
            log = self.markings(sitting).begin(now=self.now())
            writer = RunWriter(log)
            writer.put(STARTED, {"run": log.id, _EVENTS: state.events})
        return _begin(log, writer, _Marking(exam, sitting, writer).work)

    def look_back(
        self, exam: Exam, sitting: Sitting, *, page: Callable[[Review], str], self_issued: bool
    ) -> RunLog:
        """Makes the review of a sitting that is over, unless there is one or it is being made.

        Args:
          page: makes the report from it, as one HTML file.
          self_issued: whether nobody but this machine vouches for it.

        Raises:
          NotRunning: it is not over.
        """
        with _BEGINNING:
            marks = _marks(finished_state(exam, sitting))
            last = self.reviews(sitting).last()
            if last is not None and (self.goes_on(last) or self._is_of(last, marks)):
                return last
            log = self.reviews(sitting).begin(now=self.now())
            writer = RunWriter(log)
            writer.put(STARTED, {"run": log.id})
        work = _LookingBack(exam, sitting, log, writer, page, self_issued).work
        return _begin(log, writer, work)

    def reviewed(self, exam: Exam, sitting: Sitting) -> Path | None:
        """The folder with the review as things are; None when there is none yet."""
        last = self.reviews(sitting).last()
        made = last is not None and self._is_of(last, _marks(look(exam, sitting)))
        return last.folder if last is not None and made else None

    def goes_on(self, log: RunLog) -> bool:
        """Whether it has neither ended nor been cut off."""
        events = RunReader(log).read()
        return not (events and events[-1].last) and not log.is_lost(now=self.now())

    def _is_due(self, last: RunLog | None, waiting: Sequence[int]) -> bool:
        """Whether something was handed in since, or whoever marked it was ended."""
        if last is None:
            return True
        events = RunReader(last).read()
        if not events or not events[-1].last:
            return last.is_lost(now=self.now())
        known = max(int(event.data.get(_EVENTS, 0)) for event in events)
        return any(number > known for number in waiting)

    def _is_of(self, log: RunLog, marks: int) -> bool:
        events = RunReader(log).read()
        return any(event.event == REPORT and event.data[_MARKS] == marks for event in events)


# Two requests of one server may begin the same thing; two servers that do only work twice.
_BEGINNING = threading.Lock()


def _begin(log: RunLog, writer: RunWriter, work: Work) -> RunLog:
    threading.Thread(target=attend, args=(log, writer, work), daemon=True).start()
    return log


def _marks(state: SittingState) -> int:
    """Grows with every mark, also with one that is given again."""
    handed = [one for question in state.questions.values() for one in question.submissions]
    return sum(len(one.marks) for one in handed)


@dataclass(frozen=True, slots=True)
class _Run:
    exam: Exam
    sitting: Sitting
    number: int
    writer: RunWriter

    def work(self, cancellation: "Cancellation") -> How:
        ran = run(
            self.exam,
            self.sitting,
            self.number,
            on_frame=lambda frame: tell_fact(self.writer, frame),
            cancellation=cancellation,
        )
        if ran.report.reason is Reason.CANCELLED:
            return How("given up")
        self.writer.put(REPORT, _told(ran))
        return How("judged")


def _told(ran: Ran) -> RanNow:
    return RanNow(
        report=ran.report,
        texts={path: data.decode(errors="replace") for path, data in ran.files.items()},
        written=ran.written,
        refused=ran.refused,
    )


@dataclass(frozen=True, slots=True)
class _Marking:
    exam: Exam
    sitting: Sitting
    writer: RunWriter

    def work(self, cancellation: "Cancellation") -> How:
        """Until nothing waits but what could not be marked."""
        while True:
            state = look(self.exam, self.sitting)
            self.writer.put(STARTED, {_EVENTS: state.events})
            marked = mark_waiting(self.exam, self.sitting, on_contract=self._tell_contract)
            for one in marked:
                self.writer.put(MARKED, _marked(one))
            failed = [one for one in marked if one.marked.waits]
            if failed:
                return How("failed", _waits(failed[0]))
            if not marked:
                return How("judged")

    def _tell_contract(self, number: int, verdicts: Sequence[Verdict]) -> None:
        told = [_words(one) for one in broken(verdicts)]
        self.writer.put(CONTRACT, {"question": number, "verdicts": told})


def _words(verdict: Verdict) -> Mapping[str, Any]:
    """Of the file's form, which needs no hidden examples."""
    return {
        "title": verdict.title,
        "expected": verdict.expected,
        "received": verdict.received,
        "attempt": verdict.attempt,
    }


def _marked(one: MarkedNow) -> Mapping[str, Any]:
    """No more than that there is a mark: what may be told of it is in the sitting's record."""
    return {"question": one.question, "submission": one.submission, "waits": one.marked.waits}


def _waits(one: MarkedNow) -> str:
    return (
        f"What you handed in for question {one.question} is kept, and waits for its mark; your "
        f"file is not to blame ({one.marked.detail})."
    )


@dataclass(frozen=True, slots=True)
class _LookingBack:
    exam: Exam
    sitting: Sitting
    log: RunLog
    writer: RunWriter
    page: Callable[[Review], str]
    self_issued: bool

    def work(self, cancellation: "Cancellation") -> How:
        mark_waiting(self.exam, self.sitting)
        found = review(self.exam, self.sitting, self_issued=self.self_issued)
        wanted = [queued.exercise for one in found.practice for queued in one.exercises]
        queued_now = queue_exercises(self.exam, self.sitting, wanted)
        record = msgspec.to_builtins(found) | {"passed": found.result.passed}
        write_whole(self.log.folder / REVIEW_PAGE, self.page(found).encode())
        write_whole(self.log.folder / REVIEW_RECORD, msgspec.json.encode(record))
        marks = _marks(look(self.exam, self.sitting))
        self.writer.put(REPORT, {_MARKS: marks, "queued": queued_now})
        return How("judged")
