"""What is true of a sitting, folded from its events and a reading of the clocks."""

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from etude import decoding
from etude.domain.exam import Item
from etude.domain.marked import Marked
from etude.domain.sitting import EXERCISES, Reading, Sitting, SittingDeed, SittingEvent
from etude.exams.clock import ClockNote, passed, same_start

# What details of events hold.
BY = "by"  # who submitted or finished
BY_TIME = "time"
BY_CANDIDATE = "candidate"
SUBMISSION = "submission"  # the number of the event whose files were marked
MARKED = "marked"  # a ``Marked``
GIVEN = "given"  # of the start: question's number -> its files, as saved events have them


class Phase(StrEnum):
    RUNNING = "running"
    PAUSED = "paused"
    OVER = "over"  # time is up, and what is there is yet to be submitted
    FINISHED = "finished"


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """Files of one question at one moment.

    Attributes:
      number: of the event; at: by the system clock; elapsed: seconds of the sitting.
      files: path relative to the question's folder -> SHA-256.
    """

    number: int
    at: datetime
    elapsed: float
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """A submission: what was handed in, by whom, and what it got.

    Attributes:
      by_time: nobody submitted it; it was there when time was up.
      marks: the first, and those of later re-marking; empty while it waits.
    """

    snapshot: Snapshot
    by_time: bool = False
    marks: Sequence[Marked] = ()

    @property
    def number(self) -> int:
        return self.snapshot.number

    @property
    def mark(self) -> Marked | None:
        """The one that counts: the newest."""
        return self.marks[-1] if self.marks else None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionState:
    """One question of the paper, and what has been done with it.

    Attributes:
      given: its files at the start; saves: what was found changed, in order.
      runs, appeals: the events of its runs and of appeals against its mark, in order.
    """

    item: Item
    given: Mapping[str, str] = field(default_factory=dict)
    saves: Sequence[Snapshot] = ()
    runs: Sequence[SittingEvent] = ()
    submissions: Sequence[Handed] = ()
    appeals: Sequence[SittingEvent] = ()

    @property
    def files(self) -> Mapping[str, str]:
        """As they were last seen."""
        return self.saves[-1].files if self.saves else self.given

    @property
    def best(self) -> Handed | None:
        """The marked submission that counts: the best, and of equals the first."""
        marked = [handed for handed in self.submissions if handed.mark is not None]
        return max(marked, key=lambda handed: handed.mark.mark if handed.mark else 0, default=None)

    @property
    def mark(self) -> int:
        """0 to 5; 0 while nothing is marked."""
        return self.best.mark.mark if self.best and self.best.mark else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SittingState:
    """Attributes:
    events: how many there are; the next one has the number after it.
    elapsed, remaining: seconds, without pauses.
    ends_at: the moment of the system clock after which no file counts; None while paused.
    pauses: how many there were; paused_seconds: how long they took together.
    finished_by: the candidate or time, "" before.
    queued: ids of exercises that its review has queued.
    """

    sitting: Sitting
    phase: Phase
    events: int
    started_at: datetime
    elapsed: float
    remaining: float
    ends_at: datetime | None
    notes: Sequence[ClockNote]
    questions: Mapping[int, QuestionState]
    pauses: int = 0
    paused_seconds: float = 0.0
    finished_at: datetime | None = None
    finished_by: str = ""
    queued: Sequence[str] = ()

    @property
    def waiting(self) -> Iterator[tuple[QuestionState, Handed]]:
        """Submissions that were accepted and are not yet marked."""
        for question in self.questions.values():
            yield from ((question, handed) for handed in question.submissions if not handed.marks)


def state_of(sitting: Sitting, events: Sequence[SittingEvent], *, now: Reading) -> SittingState:
    """The state after these events, the first of which started it, at this moment."""
    return Fold(sitting, events).state(now)


class Fold:
    """What the events of a sitting come to, however late it is.

    Args:
      events: in order, from the one that started it.
    """

    def __init__(self, sitting: Sitting, events: Sequence[SittingEvent]) -> None:
        first = events[0]
        self._sitting = sitting
        self._first = first.reading
        self._last = first.reading
        self._elapsed = 0.0
        self._events = 0
        self._paused = False
        self._pauses = 0
        self._paused_seconds = 0.0
        # The last reading before time was up, from which its end is reckoned.
        self._in_time = (first.reading, 0.0)
        self._notes: tuple[ClockNote, ...] = ()
        self._finished: SittingEvent | None = None
        self._queued: Sequence[str] = ()
        given = first.detail.get(GIVEN, {})
        self._questions = {
            item.number: QuestionState(item=item, given=given.get(str(item.number), {}))
            for item in sitting.paper.items
        }
        self._take_all(events)

    @property
    def events(self) -> int:
        """How many it holds."""
        return self._events

    def and_then(self, events: Sequence[SittingEvent]) -> "Fold":
        """With the events that follow as well; this one stays as it is."""
        further = self._copy()
        further._take_all(events)
        return further

    def state(self, now: Reading) -> SittingState:
        """What is true at this moment."""
        return self._copy()._state(now)

    def _copy(self) -> "Fold":
        other = copy(self)
        other._questions = dict(self._questions)
        return other

    def _take_all(self, events: Sequence[SittingEvent]) -> None:
        for event in events:
            self._take(event)

    def _take(self, event: SittingEvent) -> None:
        self._events = event.number
        if self._finished is None:
            self._pass(event.reading)
        match event.deed:
            case SittingDeed.PAUSED:
                self._paused = True
                self._pauses += 1
            case SittingDeed.RESUMED:
                self._paused = False
                self._in_time = (event.reading, self._elapsed)
            case SittingDeed.FINISHED:
                self._finished = self._finished or event
            case SittingDeed.QUEUED:
                self._queued = event.detail[EXERCISES]
        if event.question in self._questions:
            known = self._questions[event.question]
            self._questions[event.question] = _with(known, event, self._elapsed)

    def _state(self, now: Reading) -> SittingState:
        if self._finished is None:
            self._pass(now)
        finished = self._finished
        limit = self._sitting.seconds
        return SittingState(
            sitting=self._sitting,
            phase=self._phase(),
            events=self._events,
            started_at=self._first.wall,
            elapsed=min(self._elapsed, limit),
            remaining=max(0.0, limit - self._elapsed),
            ends_at=None if self._paused else self._ends_at(now),
            notes=self._notes,
            pauses=self._pauses,
            paused_seconds=self._paused_seconds,
            questions=self._questions,
            finished_at=finished.reading.wall if finished else None,
            queued=self._queued,
            finished_by=str(finished.detail.get(BY, BY_CANDIDATE)) if finished else "",
        )

    def _pass(self, reading: Reading) -> None:
        """Time goes on unless the sitting is paused."""
        gone = passed(self._last, reading)
        if self._paused:
            self._paused_seconds += gone.seconds
        else:
            self._elapsed += gone.seconds
            self._notes += (gone.note,) if gone.note else ()
            if self._elapsed < self._sitting.seconds:
                self._in_time = (reading, self._elapsed)
        self._last = reading

    def _phase(self) -> Phase:
        if self._finished is not None:
            return Phase.FINISHED
        if self._elapsed >= self._sitting.seconds:
            return Phase.OVER
        return Phase.PAUSED if self._paused else Phase.RUNNING

    def _ends_at(self, now: Reading) -> datetime:
        """Of two ways to reckon it, when the system clock was set, the earlier."""
        reading, elapsed = self._in_time
        left = self._sitting.seconds - elapsed
        forward = reading.wall + timedelta(seconds=left)
        if not same_start(reading, now):
            return forward
        ago = now.monotonic - (reading.monotonic + left)
        return min(forward, now.wall - timedelta(seconds=ago))


def _with(known: QuestionState, event: SittingEvent, elapsed: float) -> QuestionState:
    snapshot = Snapshot(
        number=event.number, at=event.reading.wall, elapsed=elapsed, files=event.files
    )
    match event.deed:
        case SittingDeed.SAVED:
            return replace(known, saves=[*known.saves, snapshot])
        case SittingDeed.RAN:
            return replace(known, runs=[*known.runs, event])
        case SittingDeed.SUBMITTED:
            by_time = event.detail.get(BY) == BY_TIME
            handed = Handed(snapshot=snapshot, by_time=by_time)
            return replace(known, submissions=[*known.submissions, handed])
        case SittingDeed.MARKED | SittingDeed.REMARKED:
            return _marked(known, event)
        case SittingDeed.APPEALED:
            return replace(known, appeals=[*known.appeals, event])
    return known


def _marked(known: QuestionState, event: SittingEvent) -> QuestionState:
    mark = decoding.convert(event.detail[MARKED], Marked, strict=False)  # some numbers are names
    of = event.detail[SUBMISSION]
    submissions = [
        replace(handed, marks=[*handed.marks, mark]) if handed.number == of else handed
        for handed in known.submissions
    ]
    return replace(known, submissions=submissions)
