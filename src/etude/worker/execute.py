"""Calls ``perform``, and says whose fault it was if it does not come back."""

import contextlib
import sys

from etude.domain.job import Job
from etude.domain.worker_protocol import EXIT_OURS
from etude.worker.facts_writer import FactsWriter
from etude.worker.preload import Perform


def execute(job: Job, *, token: str, facts_fd: int, perform: Perform) -> int:
    """Does one job in this process; returns its exit code.

    An exception that escapes from ``perform`` is our fault, save lack of memory.
    """
    facts = FactsWriter(facts_fd, bytes.fromhex(token))
    code = 0
    try:
        perform(job.task, facts)
    except SystemExit as ending:
        code = ending.code if isinstance(ending.code, int) else 1
    except BaseException as error:
        _report_escaped(facts, error)
        code = EXIT_OURS
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):
            stream.flush()
    return code & 0xFF


def _report_escaped(facts: FactsWriter, error: BaseException) -> None:
    fault, reason = "system", "worker"
    if isinstance(error, MemoryError):
        fault, reason = "learner", "memory"
    elif isinstance(error, KeyboardInterrupt):
        fault, reason = "learner", "cancelled"
    with contextlib.suppress(Exception):
        facts.emit("fault", fault=fault, reason=reason, detail=f"{type(error).__name__}: {error}")
