"""Every sigmoid cross-entropy that a program takes of logits itself, with the range of its labels.

A recorded call "sigmoid_cross_entropy" tells ``low`` and ``high`` of the labels, whether they are
``whole``, whether 0 and 1 are ``both`` among them, and up to three ``others`` than 0 and 1. Inside
a ``tf.function`` labels have no values; where they are an argument of it, its calls tell them.
"""

import functools
import weakref
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import tensorflow as tf

from etude.domain import observations
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.recorders.functions import Functions, arrays, position
from etude.worker.recorders.harmless import harmless
from etude.worker.recorders.looking import Looks

_NAME = "sigmoid_cross_entropy_with_logits"
# What hands on every value.
_HAND_ON = ("Cast", "Reshape", "ExpandDims", "Squeeze", "Identity")
_MOST_CALLS, _MOST_VALUES, _MOST_OTHERS = 24, 1_000_000, 3


def install(files: LearnerFiles, facts: FactsWriter, functions: Functions) -> None:
    """Wraps the loss of ``tf.nn``, and listens to the calls of functions."""
    recorder = _Recorder(files, facts, functions)
    wrapped = tf.autograph.experimental.do_not_convert(recorder.taken(getattr(tf.nn, _NAME)))
    setattr(tf.nn, _NAME, wrapped)
    functions.listen(recorder.function_called)


@dataclass(slots=True)
class _Traced:
    """Labels that are an argument of a function: which one, and what it has to look like."""

    place: int
    spec: Any
    line: int
    seen: int = 0


class _Recorder:
    def __init__(self, files: LearnerFiles, facts: FactsWriter, functions: Functions) -> None:
        self._files = files
        self._facts = facts
        self._functions = functions
        self._traced: weakref.WeakKeyDictionary[Any, list[_Traced]] = weakref.WeakKeyDictionary()

    def taken(self, original: Callable[..., Any]) -> Callable[..., Any]:
        recorder, looks = self, Looks()

        @functools.wraps(original)
        def loss(labels: Any = None, logits: Any = None, name: Any = None) -> Any:
            if looks.is_news() and recorder._files.called_by_learner():
                with harmless(recorder._facts, "sigmoid_losses"):
                    recorder._note(labels)
            return original(labels=labels, logits=logits, name=name)

        return loss

    def function_called(self, function: Any, args: Any, kwargs: Any, _: Any) -> None:
        # Those by name come in another order than the function has them.
        if not kwargs and not self._functions.running and function in self._traced:
            with harmless(self._facts, "sigmoid_losses"):
                self._note_call(self._traced[function], args)

    def _note(self, labels: Any) -> None:
        if not tf.is_symbolic_tensor(labels):
            self._emit(np.asarray(labels), self._files.line())
        elif len(self._functions.running) == 1:  # what is inside another one is given no values
            given = _source(labels)
            place = position(given)
            if place is not None:
                spec = tf.TensorSpec(given.shape, given.dtype)
                traced = _Traced(place, spec, self._files.line())
                self._traced.setdefault(self._functions.outermost, []).append(traced)

    def _note_call(self, traced: Sequence[_Traced], given: Any) -> None:
        batch = arrays(given)
        for one in traced:
            if one.seen < _MOST_CALLS and one.place < len(batch):
                one.seen += 1
                labels = np.asarray(batch[one.place])
                if one.spec.shape.is_compatible_with(labels.shape):
                    self._emit(labels, one.line)

    def _emit(self, labels: np.ndarray, line: int) -> None:
        if labels.dtype.kind not in "fiu" or not 0 < labels.size <= _MOST_VALUES:
            return
        others = np.unique(labels[(labels != 0) & (labels != 1)])[:_MOST_OTHERS]
        seen = {
            "low": float(labels.min()),
            "high": float(labels.max()),
            "whole": bool((labels == np.round(labels)).all()),
            "both": bool((labels == 0).any() and (labels == 1).any()),
            "others": [float(one) for one in others],
        }
        call = observations.Call(name="sigmoid_cross_entropy", line=line, arguments=seen)
        self._facts.emit("call", **asdict(call))


def _source(tensor: Any) -> Any:
    """Where its values come from, as they are."""
    while tensor.op.type in _HAND_ON and tensor.dtype != tf.bool:
        tensor = tensor.op.inputs[0]
    return tensor
