"""One visit to the doctor: a person's own program is run once, watched and explained."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from etude.app.targets import read_arrays, read_units
from etude.app.versions import versions
from etude.diagnoses.diagnose import catalogue
from etude.domain.checkup import Checkup, End, Kind
from etude.domain.finding import Finding
from etude.domain.frames import TOKEN_BYTES
from etude.domain.problem import Problem
from etude.domain.visit import DEFAULT_SECONDS, RETRAIN_SECONDS, Unit, Visit
from etude.grading.checkup import hopeless, with_facts
from etude.sandbox.own_run import OwnOutcome, OwnRun

OnFrame = Callable[[Mapping[str, Any]], None]
_MOST_COMMANDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How far a program shall be run.

    Attributes:
      epochs, steps, seconds: as in ``Visit``.
      profile_seconds: for measuring the input pipeline afterwards, as in ``Visit``.
      retrain_seconds: for training again with what is suspected changed, as in ``Visit``.
      keep_going: train even when étude sees beforehand that nothing can come of it.
    """

    epochs: int | None = None
    steps: int | None = None
    seconds: float = DEFAULT_SECONDS
    profile_seconds: float | None = None
    retrain_seconds: float = RETRAIN_SECONDS
    keep_going: bool = False


def examine_program(
    target: Path,
    kind: Kind,
    arguments: Sequence[str] = (),
    *,
    wishes: Wishes,
    on_frame: OnFrame | None = None,
    prints_to_stderr: bool = False,
) -> Checkup:
    """Runs a script or a notebook; what it raises, or how it is ended, is part of the checkup.

    Raises:
      Problem: it cannot be read or started.
    """
    visit = Visit(
        units=read_units(target, kind),
        folder=str(target.absolute().parent),
        token=os.urandom(TOKEN_BYTES).hex(),
        arguments=arguments,
        epochs=wishes.epochs,
        steps=wishes.steps,
        seconds=wishes.seconds,
        profile_seconds=wishes.profile_seconds,
        retrain_seconds=wishes.retrain_seconds,
    )
    threading.Thread(target=catalogue, daemon=True).start()  # read while the program imports
    guard = _Guard(on_frame, stops=not wishes.keep_going)
    run = OwnRun(visit, on_frame=guard.hear, prints_to_stderr=prints_to_stderr)
    guard.run = run
    try:
        outcome = run.run()
    except OSError as error:
        raise Problem(f"{target} could not be started ({error}).") from error
    end, detail = _end(outcome, guard.reason, wishes)
    checkup = Checkup(
        target=str(target),
        kind=kind,
        end=end,
        detail=detail,
        exit_code=outcome.exit_code,
        seconds=outcome.seconds,
        versions=versions(),
    )
    seen = with_facts(checkup, _of_the_program(outcome.frames, end))
    return replace(seen, unseen=[*seen.unseen, *_left_out(visit.units)])


def _of_the_program(frames: Sequence[Mapping[str, Any]], end: End) -> Sequence[Mapping[str, Any]]:
    """What is its own: an exception in a run that we stopped is what became of the stop."""
    if end is not End.STOPPED:
        return frames
    return [frame for frame in frames if frame["kind"] != "error"]


def _left_out(units: Sequence[Unit]) -> Iterator[str]:
    """What a notebook asks of others than Python."""
    commands = [f"{line} ({unit.name})" for unit in units for line in unit.left_out]
    if commands:
        rest = f" and {len(commands) - _MOST_COMMANDS} more" * (len(commands) > _MOST_COMMANDS)
        yield (
            "Commands of the notebook were not run, so what they bring is missing: "
            f"{', '.join(commands[:_MOST_COMMANDS])}{rest}."
        )


class _Guard:
    """Hears facts as they come, and stops a run from which nothing can come.

    Args:
      stops: whether it may.
    """

    def __init__(self, on_frame: OnFrame | None, *, stops: bool) -> None:
        self._on_frame = on_frame
        self._stops = stops
        self._heard: list[Mapping[str, Any]] = []
        self.run: OwnRun | None = None
        self.reason: Finding | None = None

    def hear(self, frame: Mapping[str, Any]) -> None:
        self._heard.append(frame)
        if self._on_frame is not None:
            self._on_frame(frame)
        if frame["kind"] == "fit" and self._stops and self.reason is None:
            # Beside the reading: the program's facts must not wait for us.
            threading.Thread(target=self._judge, args=(tuple(self._heard),), daemon=True).start()

    def _judge(self, heard: Sequence[Mapping[str, Any]]) -> None:
        found = hopeless(heard)
        if found is not None and self.run is not None:
            self.reason = found
            self.run.stop()


def examine_model(target: Path, data: Path | None) -> Checkup:
    """Looks at a saved model, in the sandbox; nothing of it runs with the person's rights.

    Args:
      data: an ``.npz`` with "inputs" and "labels" (or "x" and "y").

    Raises:
      Problem: the data cannot be read.
      SandboxUnavailable: nothing can be run here.
    """
    from etude.app.open_practice import user_sandbox
    from etude.app.places import find_places
    from etude.grading.saved_model import SavedModelExaminer

    arrays = read_arrays(data) if data is not None else None
    started = time.monotonic()
    checkup = Checkup(target=str(target), kind=Kind.MODEL, end=End.NOT_RUN, versions=versions())
    with user_sandbox(find_places()) as sandbox:
        checkup = SavedModelExaminer(sandbox=sandbox).examine(checkup, target, arrays)
    return replace(checkup, seconds=time.monotonic() - started)


def _end(outcome: OwnOutcome, reason: Finding | None, wishes: Wishes) -> tuple[End, str]:
    kinds = {frame["kind"] for frame in outcome.frames}
    if outcome.stopped and reason is not None:
        return End.STOPPED, f"{reason.title} To train all the same: --keep-going."
    if outcome.interrupted:
        return End.INTERRUPTED, "This is what was seen until then."
    if "overtime" in kinds or outcome.killed:
        return End.OVERTIME, f"It had run for {wishes.seconds:g} s; give it more with --seconds."
    if "error" in kinds:
        return End.RAISED, ""
    if "exit" in kinds and outcome.exit_code != 0:
        return End.EXITED, f"sys.exit gave the code {outcome.exit_code}."
    if "end" in kinds or outcome.exit_code == 0:
        return End.FINISHED, ""
    return End.CRASHED, _crash(outcome.exit_code)


def _crash(exit_code: int) -> str:
    if exit_code < 0:
        return f"The process was ended by {signal.Signals(-exit_code).name}."
    return f"The process ended with code {exit_code} before its program did."
