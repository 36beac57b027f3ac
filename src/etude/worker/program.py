"""Running the learner's program."""

import os
import sys
import types
from typing import Any

from etude.worker.errors import LearnerError, describe_error, describe_stop
from etude.worker.lines import LearnerFiles

MODULE_NAME = "submission"


class EarlyExit(Exception):
    """The program called ``sys.exit``."""

    def __init__(self, code: Any, line: int) -> None:
        super().__init__(f"the program called sys.exit({code!r}) in line {line}")
        self.line = line


def run_program(path: str, *, as_script: bool, files: LearnerFiles) -> types.ModuleType:
    """Executes the file and returns its module.

    Args:
      path: relative to the scratch folder, which is the working directory.
      as_script: the module is then called ``__main__``.

    Raises:
      LearnerError: the program raised.
      EarlyExit: it ended itself.
    """
    full_path = os.path.join(files.root, path)
    name = "__main__" if as_script else MODULE_NAME
    module = types.ModuleType(name)
    module.__file__ = full_path
    sys.modules[name] = module
    sys.argv = [full_path]
    sys.path.insert(0, os.path.dirname(full_path))
    with open(full_path, "rb") as source:
        text = source.read()
    try:
        exec(compile(text, full_path, "exec", dont_inherit=True), module.__dict__)
    except SystemExit as error:
        raise EarlyExit(error.code, describe_error(error, files).line) from None
    except MemoryError:
        raise
    except BaseException as error:
        raise LearnerError(describe_stop(error, files)) from error
    return module
