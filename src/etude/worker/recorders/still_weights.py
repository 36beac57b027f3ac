"""Weights that a step written as a ``tf.function`` does not move.

In a graph a gradient has no values to look at, so the weights are looked at instead: when the graph
is made, and once more when the step has been taken a few dozen times. A recorded call
"weights.still" tells after how many ``steps``, and the places of those that are ``stuck`` among
what the gradient was asked for: matrices of one number throughout, as they were at the beginning,
while others moved.
"""

import math
import weakref
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from etude.domain import observations
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.recorders.functions import Functions
from etude.worker.recorders.harmless import harmless

_STEPS = 30
_MATRIX, _MOST_VALUES, _MOST_FUNCTIONS = 2, 1_000_000, 20
# What sums of many float32 numbers leave of zero: a step on it is no move.
_ROUNDING = 1e-6


@dataclass
class _Step:
    """The weights whose gradient a traced step asks for; ``sizes`` are the means of their values,
    without signs, from before."""

    line: int
    weights: Sequence[Any]
    sizes: Sequence[float]
    calls: int = 0


class StillWeights:
    """Looks at the weights of traced steps."""

    def __init__(self, files: LearnerFiles, facts: FactsWriter, functions: Functions) -> None:
        self._files = files
        self._facts = facts
        self._functions = functions
        self._steps: weakref.WeakKeyDictionary[Any, _Step] = weakref.WeakKeyDictionary()
        functions.listen(self._called)

    def asked(self, sources: Any) -> None:
        """A gradient is asked for; of one in a graph the weights are kept in mind."""
        function = self._functions.outermost
        if function is None or tf.executing_eagerly() or len(self._steps) >= _MOST_FUNCTIONS:
            return
        leaves = keras.tree.flatten(sources)
        with tf.init_scope():
            known = function in self._steps or not tf.executing_eagerly()
            if not known and any(map(is_even, leaves)):
                sizes = [_size(one) for one in leaves]
                self._steps[function] = _Step(self._files.line(), leaves, sizes)

    def _called(self, function: Any, *_: Any) -> None:
        step = self._steps.get(function)
        if step is None or step.calls >= _STEPS:
            return
        step.calls += 1
        if step.calls == _STEPS:
            with harmless(self._facts, "still_weights"):
                self._look(step)
            step.weights = ()  # the program may want to let go of them

    def _look(self, step: _Step) -> None:
        pairs = zip(step.weights, step.sizes, strict=True)
        still = [abs(_size(one) - before) <= _ROUNDING for one, before in pairs]
        stuck = [place for place, one in enumerate(step.weights) if still[place] and is_even(one)]
        if stuck and not all(still):
            arguments = {"steps": step.calls, "stuck": stuck}
            call = observations.Call(name="weights.still", line=step.line, arguments=arguments)
            self._facts.emit("call", **asdict(call))


def _size(weights: Any) -> float:
    """0 of what has no values yet."""
    values = _values(weights)
    return float(np.mean(np.abs(values))) if values is not None and values.size else 0.0


def is_even(weights: Any) -> bool:
    """Whether a matrix holds one number throughout."""
    sizes = getattr(weights, "shape", ())
    if len(sizes) < _MATRIX or math.prod(sizes) > _MOST_VALUES:
        return False
    values = _values(weights)
    return values is not None and values.size > 1 and bool(np.ptp(values) <= _ROUNDING)


def _values(weights: Any) -> np.ndarray | None:
    """The numbers of a variable of TensorFlow or of Keras; None of anything else."""
    if not hasattr(weights, "assign"):
        return None
    try:
        return np.asarray(weights)
    except Exception:  # one that the step itself makes has no numbers yet
        return None
