"""Sittings and their events, written by hand."""

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec

from etude.domain.exam import Blueprint, Category, Item, Paper
from etude.domain.marked import Marked
from etude.domain.sitting import Allowances, Reading, Sitting, SittingDeed, SittingEvent
from etude.domain.verdict import Status, Verdict
from etude.exams.state import MARKED, SUBMISSION, SittingState, state_of

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
SMALL = Blueprint(
    name="small",
    title="A small exam",
    about="For tests.",
    minutes=60,
    pass_mark=70,
    categories=[
        Category(topic="regression", title="Regression", weight=40, skills=["s-1"]),
        Category(topic="text", title="Text", weight=60, skills=["s-2", "s-3"], questions=2),
    ],
)
PAPER = Paper(
    blueprint="small",
    version=1,
    seed=3,
    items=[
        Item(number=1, topic="regression", question="regression/a", seed=0, weight=40),
        Item(number=2, topic="text", question="text/a", seed=0, weight=30),
        Item(number=3, topic="text", question="text/b", seed=0, weight=30),
    ],
)


def reading(seconds: float, *, set_by: float = 0.0, boot: str = "one", up: float = 0.0) -> Reading:
    """So long after noon; the system clock was set by so much, the machine was up so long then."""
    wall = NOON + timedelta(seconds=seconds + set_by)
    return Reading(wall=wall, monotonic=1000.0 + seconds - up, boot=boot)


def make_sitting(*, extra_minutes: int = 0, pauses: bool = False, **changed: Any) -> Sitting:
    settled = {"id": "f00", "learner": "ann", "blueprint": SMALL, "paper": PAPER} | changed
    return Sitting(
        workspace="/home/ann/etude-small",
        etude="1.0",
        allowances=Allowances(extra_minutes=extra_minutes, pauses=pauses),
        **settled,
    )


class Story:
    """Events in the order in which they are told."""

    def __init__(self, sitting: Sitting | None = None) -> None:
        self.sitting = sitting or make_sitting(pauses=True)
        self.events: list[SittingEvent] = []
        self.tell(SittingDeed.STARTED, 0)

    def tell(
        self, deed: SittingDeed, at: float | Reading, question: int = 0, **fields: Any
    ) -> SittingEvent:
        event = SittingEvent(
            sitting=self.sitting.id,
            number=len(self.events) + 1,
            deed=deed,
            reading=at if isinstance(at, Reading) else reading(at),
            question=question,
            **fields,
        )
        self.events.append(event)
        return event

    def submit(self, question: int, at: float, mark: int | None = None) -> SittingEvent:
        """A submission, and the mark that it got at once."""
        files = {"model.keras": f"{at}"}
        submitted = self.tell(SittingDeed.SUBMITTED, at, question, files=files)
        if mark is not None:
            self.mark(submitted, mark)
        return submitted

    def mark(
        self, submitted: SittingEvent, mark: int, deed: SittingDeed = SittingDeed.MARKED
    ) -> None:
        marked = msgspec.to_builtins(a_mark(mark))
        detail = {SUBMISSION: submitted.number, MARKED: marked}
        self.tell(deed, submitted.reading, submitted.question, detail=detail)

    def at(self, now: float | Reading) -> SittingState:
        now = now if isinstance(now, Reading) else reading(now)
        return state_of(self.sitting, self.events, now=now)


def a_mark(points: int) -> Marked:
    status = Status.PASSED if points == 5 else Status.FAILED
    verdict = Verdict(check="bars", title="reaches the bars", status=status, points=points, of=5)
    return Marked(question="regression/a", verdicts=[verdict])
