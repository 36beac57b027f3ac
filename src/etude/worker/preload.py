"""What a worker has in memory before its first fork: everything imported, nothing initialised."""

import importlib
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from etude.domain.job import Job  # noqa: F401  (decoded by every child)
from etude.worker.uncollected import uncollected

OLDEST_TENSORFLOW = (2, 18)

Perform = Callable[[bytes, Any], None]


@dataclass(frozen=True, slots=True)
class Preloaded:
    """What a child does: its task, and before that, while it waits for one, a rehearsal."""

    perform: Perform
    rehearse: Callable[[], None]


class CannotServe(Exception):
    """The worker must not start; the message is for the person, and says what to try."""


def load(preload: Sequence[str], perform: str) -> Preloaded:
    """Imports ``preload`` and the module of ``perform``, and returns its functions.

    Raises:
      CannotServe: something is missing, too old, or was initialised on import.
    """
    with uncollected():
        for name in preload:
            _import(name)
        _check_tensorflow_version()
        module, _, name = perform.partition(":")
        _import(module)
        preloaded = Preloaded(
            perform=_function(sys.modules[module], name),
            rehearse=getattr(sys.modules[module], "rehearse", _nothing),
        )
        _check_nothing_is_initialised()
    return preloaded


def versions() -> dict[str, str]:
    """Versions of what runs are made of; only of what has been imported."""
    import etude

    found = {"python": sys.version.split()[0], "etude": etude.__version__}
    for name in ("tensorflow", "keras", "numpy"):
        if name in sys.modules:
            found[name] = str(getattr(sys.modules[name], "__version__", "unknown"))
    return found


def _import(name: str) -> None:
    try:
        importlib.import_module(name)
    except ImportError as error:
        raise CannotServe(_missing(name, error)) from error


def _missing(name: str, error: ImportError) -> str:
    if name in ("tensorflow", "keras"):
        return (
            f"TensorFlow cannot be imported by {sys.executable} ({error}). "
            "Install it there: pip install 'etude[cpu]'"
        )
    return f"{name} cannot be imported by {sys.executable} ({error}). Reinstall étude there."


def _function(module: ModuleType, name: str) -> Perform:
    function = getattr(module, name, None)
    if not callable(function):
        raise CannotServe(f"expected a function {module.__name__}:{name}, found {function!r}")
    performing: Perform = function
    return performing


def _nothing() -> None:
    """The rehearsal of a ``perform`` that has none."""


def _check_tensorflow_version() -> None:
    tensorflow = sys.modules.get("tensorflow")
    if tensorflow is None:
        return
    version = str(getattr(tensorflow, "__version__", "0"))
    if tuple(int(part) for part in version.split(".")[:2]) < OLDEST_TENSORFLOW:
        wanted = ".".join(map(str, OLDEST_TENSORFLOW))
        raise CannotServe(
            f"étude needs TensorFlow {wanted} or later, and {sys.executable} has {version}. "
            "Upgrade it: pip install --upgrade 'etude[cpu]'"
        )


def _check_nothing_is_initialised() -> None:
    """A child forked after TensorFlow's runtime started hangs in its first ``fit``."""
    context = sys.modules.get("tensorflow.python.eager.context")
    if context is not None and context.context()._context_handle is not None:
        raise CannotServe("TensorFlow's runtime was started while étude's worker was loading")
    threads = _thread_count()
    if threads != 1:
        raise CannotServe(f"expected one thread before the first fork, found {threads}")


def _thread_count() -> int:
    try:
        return len(os.listdir("/proc/self/task"))
    except OSError:
        return 1
