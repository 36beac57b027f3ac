"""Every look-up that a program does itself, outside a model: how many numbers it can give."""

import functools
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import keras
import tensorflow as tf
from tensorflow.python.autograph.impl.api import autograph_artifact

from etude.domain import observations
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.recorders.harmless import harmless

_LAYERS = ("IntegerLookup", "StringLookup")
_MOST_CALLS = 100


def install(files: LearnerFiles, facts: FactsWriter) -> None:
    """Wraps calls of these layers; a recorded call "StringLookup.call" tells what it gave."""
    recorder = _LookUpRecorder(files, facts)
    for name in _LAYERS:
        kind = getattr(keras.layers, name)
        kind.__call__ = recorder.wrapped(name, kind.__call__)


class _LookUpRecorder:
    def __init__(self, files: LearnerFiles, facts: FactsWriter) -> None:
        self._files = files
        self._facts = facts
        self._count = 0

    def wrapped(self, name: str, original: Callable[..., Any]) -> Callable[..., Any]:
        recorder = self

        @functools.wraps(original)
        def look_up(self: Any, *args: Any, **kwargs: Any) -> Any:
            result = original(self, *args, **kwargs)
            with harmless(recorder._facts, "lookups"):
                if recorder._files.called_by_learner() and _has_values(result):
                    recorder._note(name, layer=self)
            return result

        return autograph_artifact(look_up)

    def _note(self, name: str, *, layer: Any) -> None:
        self._count += 1
        if self._count > _MOST_CALLS:
            return
        seen = {"output_mode": layer.output_mode, "vocabulary_size": layer.vocabulary_size()}
        call = observations.Call(name=f"{name}.call", line=self._files.line(), arguments=seen)
        self._facts.emit("call", **asdict(call))


def _has_values(result: Any) -> bool:
    """Whether it was called on data, not on what stands for them in a model or a pipeline."""
    return tf.is_tensor(result) and hasattr(result, "numpy")
