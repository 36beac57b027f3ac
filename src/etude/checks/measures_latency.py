"""A function tells how long a model takes to answer, as whoever waits for it would find."""

import statistics
import time
from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Arrays, Name
from etude.domain.verdict import Verdict

# The first call of a model builds what later ones use; of eight later ones, one is disturbed by
# whatever else the machine does, and one is lucky.
_FIRST, _USUAL, _DISTURBED, _LUCKY, _EVERY = 0.25, 0.008, 0.08, 0.001, 8
_LEAST_CALLS = 10
# Sleeping and the learner's own clock are not exact to a millisecond.
_TOLERANCE, _ROUNDING_MS = 0.25, 2.0


class MeasuresLatency(Check, frozen=True, kw_only=True):
    """The function is given a stand-in whose answers take a while that étude knows.

    Attributes: function: takes a model and a batch, and gives milliseconds.
    """

    function: str

    @property
    def title(self) -> str:
        return f"{self.function}(model, batch) is the usual time of one answer"

    def probe(self, live: Live) -> Facts:
        function = live.value(Name(name=self.function))
        model, batch = _StandIn(live.np), live.value(Arrays(shape=(1, 4)))
        with live.learner():
            told = function(model, batch)
        number = isinstance(told, int | float) and not isinstance(told, bool)
        return {"told": float(told) if number else None, "took": model.took}

    def judge(self, facts: Facts) -> Verdict:
        took, told = facts["took"], facts["told"]
        if told is None:
            return self.failed(expected="a number of milliseconds", received="no number")
        if len(took) <= _LEAST_CALLS:
            return self.failed(
                expected=f"at least {_LEAST_CALLS} answers that are timed, after a first one",
                received=f"the model was called {len(took)} times",
            )
        usual = statistics.median(took[1:])
        if abs(told - usual) <= _TOLERANCE * usual + _ROUNDING_MS:
            return self.passed()
        return self.failed(
            expected=f"{usual:.1f} milliseconds, the median of all answers after the first",
            received=f"{told:.4g}",
            attempt=_attempt(told, usual, took),
        )


class _StandIn:
    """Called like a model, and slow by plan; notes the milliseconds that it took."""

    def __init__(self, np: Any) -> None:
        self._np = np
        self.took: list[float] = []

    def __call__(self, batch: Any, *_: Any, **__: Any) -> Any:
        started = time.perf_counter()
        time.sleep(_seconds(len(self.took)))
        self.took.append(1e3 * (time.perf_counter() - started))
        return self._np.zeros((len(batch), 3), dtype="float32")

    predict = predict_on_batch = __call__


def _seconds(calls: int) -> float:
    """How long the next answer takes, after so many."""
    if not calls:
        return _FIRST
    return {_EVERY - 1: _DISTURBED, _EVERY // 2: _LUCKY}.get(calls % _EVERY, _USUAL)


def _attempt(told: float, usual: float, took: list[float]) -> str:
    if told < 0.1 * usual:
        return "time.perf_counter counts seconds"
    if told > 0.5 * sum(took):
        return "that is the time of all answers together"
    return (
        f"the first answer took {took[0]:.0f} ms, a disturbed one {max(took[1:]):.0f} and a lucky "
        f"one {min(took[1:]):.0f}: which number of many is not moved by a few that stand out?"
    )
