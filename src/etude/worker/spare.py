"""``python -m etude.worker.spare``: where fork is not to be had, a process for a single run.

It imports TensorFlow ahead of time, waits for one job on its standard input, does it and ends.
Written for macOS and Windows too: nothing here needs more than pipes.
"""

import contextlib
import os
import sys
import time
from pathlib import Path
from typing import BinaryIO, NoReturn

from etude import decoding
from etude.domain.job import Job, Limits
from etude.domain.worker_protocol import EXIT_OURS, RunRequest, WorkerSettings
from etude.worker import preload
from etude.worker.execute import execute
from etude.worker.facts_writer import FactsWriter, inherited_writer
from etude.worker.scratch import ForbiddenPath, enter, fill

_LENGTH_BYTES = 8


def main() -> NoReturn:
    """Loads, waits, does one job; a TensorFlow process takes 0.9 s to end in any other way."""
    code = EXIT_OURS
    try:
        code = _serve_once(inherited_writer(sys.argv[1]), sys.stdin.buffer)
    finally:
        os._exit(code)


def _serve_once(facts_fd: int, orders: BinaryIO) -> int:
    settings = decoding.from_json(_read_block(orders), WorkerSettings)
    token = _read_block(orders).decode()
    facts = FactsWriter(facts_fd, bytes.fromhex(token))
    try:
        preloaded = preload.load(settings.preload, settings.perform)
    except preload.CannotServe as reason:
        facts.emit("birth", ready=False, detail=str(reason))
        return EXIT_OURS
    facts.emit("birth", ready=True, detail="")
    if settings.rehearses:
        preloaded.rehearse()
    request = decoding.from_json(_read_block(orders), RunRequest)
    job = decoding.from_msgpack(_read_block(orders), Job)
    with open(os.devnull, "rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    perform = preloaded.perform
    return _do(job, request, settings=settings, facts=facts, facts_fd=facts_fd, perform=perform)


def _do(
    job: Job,
    request: RunRequest,
    *,
    settings: WorkerSettings,
    facts: FactsWriter,
    facts_fd: int,
    perform: preload.Perform,
) -> int:
    try:
        _enter(settings.runs_folder, job, settings=settings)
        _limit(job.limits)
    except (ForbiddenPath, OSError) as error:
        facts.emit("fault", fault="system", reason="layer", detail=str(error))
        return EXIT_OURS
    facts.emit("started", milliseconds=(time.monotonic_ns() - request.sent_ns) / 1e6)
    return execute(job, token=request.token, facts_fd=facts_fd, perform=perform)


def _enter(scratch: str, job: Job, *, settings: WorkerSettings) -> None:
    fill(Path(scratch), job, grants=settings.grants)
    enter(scratch)


def _limit(limits: Limits) -> None:
    with contextlib.suppress(ImportError):  # Windows has no such limits
        from etude.worker.isolation.limits import apply_limits, thread_allowance

        apply_limits(limits, thread_allowance(1))


def _read_block(orders: BinaryIO) -> bytes:
    length = int.from_bytes(orders.read(_LENGTH_BYTES), "little")
    return orders.read(length)


if __name__ == "__main__":
    main()
