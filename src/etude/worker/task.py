"""What a child does: observe the learner's program, then answer the probes."""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

import tensorflow as tf

from etude import decoding
from etude.checks.base import Check
from etude.checks.installed_checks import installed_checks
from etude.checks.wire import from_wire
from etude.domain.outcome import Fault, Reason
from etude.domain.task import Part, Task
from etude.worker.errors import LearnerError, describe_error
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.live import WorkerLive
from etude.worker.own_code import watch_own_code
from etude.worker.program import EarlyExit, run_program
from etude.worker.recorders.harmless import harmless
from etude.worker.recording import Recorders, describe_globals
from etude.worker.rehearsal import begin_with, play_once
from etude.worker.thread_locks import use_thread_locks_if_needed
from etude.worker.trained.outcome import look_at_outcome
from etude.worker.trained.training import Training
from etude.worker.whereabouts import KIND, note_whereabouts

# Imported, and noted, once by the worker: its children find them in memory.
installed_checks()
_first_change = watch_own_code()
_installed: list[Recorders] = []

# What TensorFlow raises when an allocation fails inside one of its kernels.
_OUT_OF_MEMORY = (MemoryError, tf.errors.ResourceExhaustedError)


class ChangedOwnCode(Exception):
    """The program replaced something that étude needs, so what it sees is not trustworthy."""


def rehearse() -> None:
    """Whatever is the same for every task, done before there is one."""
    use_thread_locks_if_needed()
    play_once(Task().seed)
    _first_change()  # a first look at everything copies the pages that it lies in
    _installed.append(Recorders())


def perform(task_bytes: bytes, facts: FactsWriter) -> None:
    """Runs one task; everything it sees goes out through ``facts``."""
    task = decoding.from_json(task_bytes, Task)
    files = LearnerFiles.at(os.getcwd(), list(task.sources))
    begin_with(task.seed)
    use_thread_locks_if_needed()
    note_whereabouts(files, facts)
    try:
        _run(task, files, facts)
    except LearnerError as error:
        _report_error(error, facts)
    except ChangedOwnCode as error:
        _fault(facts, Fault.LEARNER, Reason.EXCEPTION, str(error))
    except EarlyExit as early:
        facts.emit(KIND, file=task.program, line=early.line, function="")
        _fault(facts, Fault.LEARNER, Reason.EXIT, str(early))
    except _OUT_OF_MEMORY as error:
        facts.emit("error", **asdict(describe_error(error, files)))
        _fault(facts, Fault.LEARNER, Reason.MEMORY, str(error)[:500])
    facts.emit("end")


def _run(task: Task, files: LearnerFiles, facts: FactsWriter) -> None:
    recorders = None
    if task.observe:
        recorders = _installed.pop() if _installed else Recorders()
        recorders.begin(files, facts)
    # Made before the program runs, which could otherwise put modules of its own in their place.
    probes = [(from_wire(probe.check), probe.part) for probe in task.probes]
    first_change = _first_change  # kept from a program that would replace it
    try:
        live = _look(task, probes, files, facts, first_change, recorders)
    except (LearnerError, EarlyExit, *_OUT_OF_MEMORY):
        if recorders is not None:
            recorders.end(finished=False)
        first_change()  # puts back what it takes to tell them
        raise
    except Exception:
        _refuse(first_change())
        raise
    if recorders is None:
        return
    recorders.end(finished=True)
    if recorders.last is not None:
        with _phase(facts, "outcome"), harmless(facts, "outcome"):
            look_at_outcome(recorders.last, facts, vocabularies=recorders.vocabularies)
    if task.profile_seconds:
        with _phase(facts, "profile"), harmless(facts, "profile"):
            _measure(recorders.last, live, files, facts, seconds=task.profile_seconds)
    if task.retrain_seconds and recorders.last is not None:
        from etude.worker.trained.retraining import look_at_retraining

        with harmless(facts, "retraining"):
            look_at_retraining(recorders.last, facts, seconds=task.retrain_seconds)


def _measure(
    training: Training | None,
    live: WorkerLive,
    files: LearnerFiles,
    facts: FactsWriter,
    *,
    seconds: float,
) -> None:
    """The pipeline that the program trained on, else the one that checks looked at."""
    from etude.worker.profile.telling import tell_profile  # which few runs need, and no start

    trained = training is not None and isinstance(training.train, tf.data.Dataset)
    dataset = training.train if training is not None and trained else live.training_data
    if dataset is not None:
        tell_profile(dataset, files, facts, seconds=seconds, trained=trained)


def _look(
    task: Task,
    probes: Sequence[tuple[Check, Part]],
    files: LearnerFiles,
    facts: FactsWriter,
    first_change: Callable[[], str],
    recorders: Recorders | None,
) -> WorkerLive:
    module = None
    if task.program:
        with _phase(facts, "program"):
            module = run_program(task.program, as_script=task.as_script, files=files)
        _refuse(first_change())
    live = WorkerLive(
        module=module,
        files=files,
        facts=facts,
        last_training=lambda: recorders.last if recorders is not None else None,
    )
    if task.describe_globals and module is not None:
        describe_globals(vars(module), facts)
    with _phase(facts, "probes"):
        for check, part in probes:
            _answer(check, part, live, facts, first_change)
    _refuse(first_change())
    return live


def _refuse(changed: str) -> None:
    if changed:
        raise ChangedOwnCode(f"the program changed {changed}, which étude needs; leave it as it is")


def _answer(
    check: Check,
    part: Part,
    live: WorkerLive,
    facts: FactsWriter,
    first_change: Callable[[], str],
) -> None:
    """One probe's facts; what the learner's code raised in it is an answer too."""
    try:
        answer = _ask(check, part, live)
    except LearnerError as error:
        facts.emit("probe", check=check.name, part=part, error=asdict(error.error))
    except _OUT_OF_MEMORY:
        raise
    except Exception as error:
        _refuse(first_change())  # then it is not the exercise that is broken
        detail = f"check {check.name!r}: {type(error).__name__}: {error}"
        _fault(facts, Fault.EXERCISE, Reason.PROBE, detail)
    else:
        facts.emit("probe", check=check.name, part=part, facts=dict(answer))


def _ask(check: Check, part: Part, live: WorkerLive) -> Any:
    if part is Part.RELOAD:
        return check.reload(live)
    return check.what_if(live) if part is Part.WHAT_IF else check.probe(live)


def _report_error(error: LearnerError, facts: FactsWriter) -> None:
    facts.emit("error", **asdict(error.error))
    reason = Reason.MEMORY if error.error.type == "ResourceExhaustedError" else Reason.EXCEPTION
    _fault(facts, Fault.LEARNER, reason, f"{error.error.type}: {error.error.message}")


def _fault(facts: FactsWriter, fault: Fault, reason: Reason, detail: str) -> None:
    facts.emit("fault", fault=str(fault), reason=str(reason), detail=detail)


@contextmanager
def _phase(facts: FactsWriter, name: str) -> Iterator[None]:
    started = time.perf_counter()
    try:
        yield
    finally:
        facts.emit("phase", name=name, milliseconds=1e3 * (time.perf_counter() - started))
