"""Runs a program as ``python train.py`` would, or a notebook's cells one after the other."""

import linecache
import os
import sys
import traceback
import types
from dataclasses import asdict, dataclass, field
from typing import Any

from etude.domain.lines import source_lines
from etude.domain.visit import Unit, Visit
from etude.worker.errors import describe_error, describe_stop
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles

_INTERRUPTED = 130
_WORKER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


@dataclass(frozen=True, slots=True)
class Ended:
    """How the program came to its end.

    Attributes:
      code: what the process shall exit with.
      interrupted: by Ctrl-C, or by étude's clock.
      names: the program's global names.
    """

    code: int
    interrupted: bool = False
    names: dict[str, Any] = field(default_factory=dict)


def run_own_program(visit: Visit, files: LearnerFiles, facts: FactsWriter) -> Ended:
    """Executes every unit in one namespace; what the program raises is shown as Python would."""
    module = _main_module(visit)
    names = module.__dict__
    try:
        for unit in visit.units:
            _run(unit, names)
    except SystemExit as ending:
        return _exited(ending, names, files, facts)
    except KeyboardInterrupt as error:
        facts.emit("interrupted", **asdict(describe_error(error, files)))
        return Ended(_INTERRUPTED, interrupted=True, names=names)
    except BaseException as error:
        _show(error)
        facts.emit("error", **asdict(describe_stop(error, files)))
        return Ended(1, names=names)
    return Ended(0, names=names)


def _main_module(visit: Visit) -> types.ModuleType:
    first = visit.units[0]
    module = types.ModuleType("__main__")
    module.__dict__.update(__file__=first.path, __builtins__=__builtins__)
    sys.modules["__main__"] = module
    sys.argv = [first.path, *visit.arguments]
    sys.path.insert(0, visit.folder)
    return module


def _run(unit: Unit, names: dict[str, Any]) -> None:
    code = compile(unit.text, unit.path, "exec", dont_inherit=True)
    if unit.path not in linecache.cache:
        # AutoGraph and tracebacks look for the text of a cell, which is in no file.
        lines = [f"{line}\n" for line in source_lines(unit.text)]
        linecache.cache[unit.path] = (len(unit.text), None, lines, unit.path)
    exec(code, names)


def _exited(
    ending: SystemExit, names: dict[str, Any], files: LearnerFiles, facts: FactsWriter
) -> Ended:
    """As Python: no code is 0, a number is itself, anything else is printed and 1."""
    code = ending.code
    if code is None or isinstance(code, int):
        number = code or 0
    else:
        print(code, file=sys.stderr)
        number = 1
    facts.emit("exit", code=number, line=describe_error(ending, files).line)
    return Ended(number, names=names)


def _show(error: BaseException) -> None:
    """The traceback as the program alone would have it: without what runs and watches it."""
    told = _without_us(traceback.TracebackException.from_exception(error))
    print("".join(told.format()), end="", file=sys.stderr)


def _without_us(told: traceback.TracebackException) -> traceback.TracebackException:
    others = [frame for frame in told.stack if not frame.filename.startswith(_WORKER)]
    told.stack = traceback.StackSummary.from_list(others)
    for before in (told.__cause__, told.__context__):
        if before is not None:
            _without_us(before)
    return told
