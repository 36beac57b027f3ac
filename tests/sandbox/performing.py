"""A ``perform`` for tests that need no TensorFlow: the task is a program, and it is run."""

import linecache
import time
import traceback
from typing import Any

import numpy


def perform(task: bytes, facts: Any) -> None:
    """Runs ``task`` as Python with ``facts`` at hand; "end" follows if the process lives."""
    facts.emit("first-line", at_ns=time.monotonic_ns())
    source = task.decode()
    # AutoGraph looks for the source of what it converts.
    linecache.cache["<learner>"] = (len(source), None, source.splitlines(True), "<learner>")
    names = {"__name__": "__main__", "facts": facts, "numpy": numpy}
    try:
        exec(compile(source, "<learner>", "exec"), names)
    except SystemExit as ending:
        facts.emit("fault", fault="learner", reason="exit", detail=f"exit {ending.code}")
    except MemoryError:
        facts.emit("fault", fault="learner", reason="memory", detail="out of memory")
    except Exception as error:
        traceback.print_exc()
        detail = f"{type(error).__name__}: {error}"
        facts.emit("fault", fault="learner", reason="exception", detail=detail)
    facts.emit("end")


def escape(task: bytes, facts: Any) -> None:
    """A ``perform`` with a fault of its own."""
    raise RuntimeError("perform is broken")
