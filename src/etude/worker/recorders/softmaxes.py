"""Every softmax that a program takes itself: over how many numbers it goes.

A recorded call "softmax" tells the ``shape`` it was taken of, its ``axis`` counted from the first,
and the ``size`` of that. Activations of layers are no calls of the program's; models tell them.
"""

import functools
import inspect
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import keras
import tensorflow as tf

from etude.domain import observations
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.recorders.harmless import harmless
from etude.worker.recorders.looking import Looks
from etude.worker.shapes import shape_list


def install(files: LearnerFiles, facts: FactsWriter) -> None:
    """Wraps ``softmax`` of ``tf.nn``, of ``keras.ops`` and of Keras 2's backend."""
    recorder = _SoftmaxRecorder(files, facts)
    for owner in (tf.nn, keras.ops, tf.keras.backend):
        original = getattr(owner, "softmax", None)
        if original is not None:
            wrapped = tf.autograph.experimental.do_not_convert(recorder.wrapped(original))
            setattr(owner, "softmax", wrapped)  # noqa: B010  modules, one after the other


class _SoftmaxRecorder:
    def __init__(self, files: LearnerFiles, facts: FactsWriter) -> None:
        self._files = files
        self._facts = facts

    def wrapped(self, original: Callable[..., Any]) -> Callable[..., Any]:
        recorder, looks, signature = self, Looks(), inspect.signature(original)

        @functools.wraps(original)
        def softmax(*args: Any, **kwargs: Any) -> Any:
            if looks.is_news() and recorder._files.called_by_learner():
                with harmless(recorder._facts, "softmaxes"):
                    recorder._note(signature.bind(*args, **kwargs).arguments)
            return original(*args, **kwargs)

        return softmax

    def _note(self, given: dict[str, Any]) -> None:
        shape = shape_list(getattr(next(iter(given.values())), "shape", None))
        axis = given.get("axis")
        axis = -1 if axis is None else axis
        if not shape or not isinstance(axis, int) or not -len(shape) <= axis < len(shape):
            return
        seen = {"shape": shape, "axis": axis % len(shape), "size": shape[axis]}
        call = observations.Call(name="softmax", line=self._files.line(), arguments=seen)
        self._facts.emit("call", **asdict(call))
