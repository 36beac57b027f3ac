"""What there is to see of the newest run of an exercise, whichever process ran it."""

from dataclasses import dataclass

from etude.app.run_log import RunLog, RunReader
from etude.app.snapshots import snapshot_of
from etude.domain.exercise import Exercise
from etude.domain.seen import Seen
from etude.store.packing import unpacked
from etude.web.ground import Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Newest:
    """Attributes:
    run: its id, "" before the first one.
    seen: empty before anything was seen; running: whether more may come.
    """

    run: str
    seen: Seen
    running: bool


def newest_seen(ground: Ground, exercise: Exercise) -> Newest:
    """Of the exercise as it is in the workspace."""
    log = ground.desk.runs(ground.practice(), exercise).last()
    if log is None:
        return Newest(run="", seen=Seen(), running=False)
    content = snapshot_of(log)
    seen = unpacked(content, Seen) if content is not None else None
    return Newest(run=log.id, seen=seen or Seen(), running=is_running(log, ground))


def is_running(log: RunLog, ground: Ground) -> bool:
    """Whether a run has neither ended nor been cut off."""
    events = RunReader(log).read()
    return not (events and events[-1].last) and not log.is_lost(now=ground.now())
