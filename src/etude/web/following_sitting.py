"""What happens in a sitting: its clock, its marks, and files that are being marked."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from starlette.concurrency import run_in_threadpool

from etude.app.exam.desk import CONTRACT
from etude.app.run_log import ENDED, RunLog, RunReader
from etude.exams.state import SittingState
from etude.render.sitting_json import sitting_record
from etude.web.following import Follower, Happening
from etude.web.ground import Ground
from etude.web.sat import Sat, SatQuestion

SITTING, MARKING = "sitting", "marking"
# How often is looked for what others did, and how often the clocks of pages are put right.
_LOOK_SECONDS = 1.0
_CLOCK_SECONDS = 5.0
_TOLD = (CONTRACT, ENDED)


def follower_of(ground: Ground, question: SatQuestion, last_seen: str) -> Follower:
    """Of a question and the sitting around it."""
    return Follower(
        ground=ground,
        file=question.asked.folder / question.asked.program,
        runs=ground.exam_desk.runs(question.sitting, question.number),
        seen=last_seen,
        beside=SittingWatch(ground=ground, sat=question.sat).look,
    )


@dataclass(kw_only=True)
class SittingWatch:
    """Tells ``sitting`` when anything has changed, and the clock now and then; ``marking`` live."""

    ground: Ground
    sat: Sat
    _looked_at: float = field(default=float("-inf"))
    _told_at: float = field(default=float("-inf"))
    _known: tuple[int, str] | None = None
    _reader: RunReader | None = None
    _changed_at: int = -1  # before it was looked for the first time

    async def look(self) -> Sequence[Happening]:
        found = list(self._look_at_marking())
        now = time.monotonic()
        if found or now - self._looked_at >= _LOOK_SECONDS:
            self._looked_at = now
            state = await run_in_threadpool(self._state)
            if self._is_news(state, now):
                self._told_at, self._known = now, _sign(state)
                record = sitting_record(state, self.sat.marks(state))
                found.append(Happening(event=SITTING, data=record))
        return found

    def _state(self) -> SittingState:
        """What waits is marked, in case that whoever began it was ended."""
        state = self.sat.state()
        if any(state.waiting):
            self.ground.exam_desk.mark(self.sat.exam, self.sat.sitting, again=False)
        return state

    def _is_news(self, state: SittingState, now: float) -> bool:
        return _sign(state) != self._known or now - self._told_at >= _CLOCK_SECONDS

    def _look_at_marking(self) -> Iterator[Happening]:
        self._turn_to_newest()
        if self._reader is None:
            return
        for event in self._reader.read():
            if event.event in _TOLD:
                yield Happening(event=MARKING, data={"event": event.event, **event.data})
            if event.last:
                self._reader = None
                return

    def _turn_to_newest(self) -> None:
        markings = self.ground.exam_desk.markings(self.sat.sitting)
        changed_at = markings.changed_at()
        if changed_at == self._changed_at:
            return
        first, self._changed_at = self._changed_at < 0, changed_at
        newest = markings.last()
        if newest is not None and not (first and self._is_over(newest)):
            self._reader = RunReader(newest)

    def _is_over(self, log: RunLog) -> bool:
        """What it came to is in the sitting's record by now."""
        return not self.ground.exam_desk.goes_on(log)


def _sign(state: SittingState) -> tuple[int, str]:
    return state.events, str(state.phase)
