"""Losses that are functions of the program's own: the shape of what they give for a batch.

A recorded call "own_loss", once for each function, tells its ``name``, the shape of the ``outputs``
it was given and of the ``value`` it gave, and stands in the line where the function begins.
"""

import functools
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import keras

from etude.domain import observations
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.recorders.harmless import harmless
from etude.worker.shapes import shape_list


def install(files: LearnerFiles, facts: FactsWriter) -> None:
    """Wraps what Keras makes of a function that ``compile`` is given as loss."""
    # Its class has no public name; the losses of Keras itself are made of it.
    wrapper: Any = next(one for one in keras.losses.MeanSquaredError.__mro__ if "call" in vars(one))
    wrapper.call = _recorded(wrapper.call, files, facts)


def _recorded(
    original: Callable[..., Any], files: LearnerFiles, facts: FactsWriter
) -> Callable[..., Any]:
    told: set[Any] = set()

    @functools.wraps(original)
    def call(self: Any, y_true: Any, y_pred: Any) -> Any:
        value = original(self, y_true, y_pred)
        code = getattr(getattr(self, "fn", None), "__code__", None)
        if code is not None and code not in told and files.name_of(code.co_filename) is not None:
            told.add(code)
            with harmless(facts, "own_losses"):
                seen = {
                    "name": code.co_name,
                    "outputs": shape_list(getattr(y_pred, "shape", None)),
                    "value": shape_list(getattr(value, "shape", None)),
                }
                line = files.number(code.co_filename, code.co_firstlineno)
                told_call = observations.Call(name="own_loss", line=line, arguments=seen)
                facts.emit("call", **asdict(told_call))
        return value

    return call
