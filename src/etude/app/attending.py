"""Attends to work whose events go into a log: signs of life, giving up, how it ends."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from etude.app.run_log import BEAT_SECONDS, ENDED, How, RunLog, RunWriter
from etude.app.told import log_error, told_problem
from etude.domain.problem import Problem

if TYPE_CHECKING:
    from etude.sandbox import Cancellation

Work = Callable[["Cancellation"], How]
_LOOK_SECONDS = 0.05


def attend(
    log: RunLog, writer: RunWriter, work: Work, *, look: Callable[[], None] = lambda: None
) -> None:
    """Works in another thread, and meanwhile gives signs of life and hears of giving up.

    Args:
      look: called again and again while the work goes on.
    """
    from etude.sandbox import Cancellation

    cancellation = Cancellation()
    working = threading.Thread(target=_do, args=(writer, work, cancellation), daemon=True)
    working.start()
    waited = 0.0
    while working.is_alive():
        working.join(_LOOK_SECONDS)
        look()
        waited += _LOOK_SECONDS
        if waited >= BEAT_SECONDS:
            waited = 0.0
            writer.beat()
        if log.is_given_up():
            cancellation.request()


def _do(writer: RunWriter, work: Work, cancellation: "Cancellation") -> None:
    try:
        end = work(cancellation)
    except Exception as error:  # in a thread of its own, where nobody else would hear of it
        end = _failed(error)
    writer.put(ENDED, end)


def _failed(error: Exception) -> How:
    step = error.step if isinstance(error, Problem) else None
    return How("failed", told_problem(error) or log_error(error), step)
