"""Every ``restore`` of a ``tf.train.Checkpoint``: which of its models the file knows by name, and
which weights of a model that was not built yet never got what the file holds for them.
"""

import functools
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import keras
import tensorflow as tf
from tensorflow.core.protobuf.trackable_object_graph_pb2 import TrackableObjectGraph

from etude.domain import observations
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.recorders.harmless import harmless
from etude.worker.recorders.late_weights import LateWeights

_NAME = "Checkpoint.restore"
_METHODS = ("restore", "read")
_MOST_CALLS = 100
_GRAPH = "_CHECKPOINTABLE_OBJECT_GRAPH"
# What every checkpoint holds besides the objects that it was given.
_COUNTER = "save_counter"


def install(files: LearnerFiles, facts: FactsWriter) -> None:
    """Wraps ``restore`` and ``read``; a recorded call tells ``path``, "" for None, the names that
    are ``held`` by the file and the names of models that are ``missing`` there. "Checkpoint.lost"
    tells the line of a restore, the ``name`` of its model and the ``weights`` that were left out.
    """
    recorder = _RestoreRecorder(files, facts)
    for name in _METHODS:
        setattr(tf.train.Checkpoint, name, recorder.wrapped(getattr(tf.train.Checkpoint, name)))


class _RestoreRecorder:
    def __init__(self, files: LearnerFiles, facts: FactsWriter) -> None:
        self._files = files
        self._facts = facts
        self._count = 0
        self._inside = False
        self._late = LateWeights(facts)

    def wrapped(self, original: Callable[..., Any]) -> Callable[..., Any]:
        recorder = self

        @functools.wraps(original)
        def restore(self: Any, save_path: Any, *args: Any, **kwargs: Any) -> Any:
            inside, recorder._inside = recorder._inside, True  # restore reads
            try:
                status = original(self, save_path, *args, **kwargs)
            finally:
                recorder._inside = inside
            if not inside and recorder._count < _MOST_CALLS and recorder._files.called_by_learner():
                recorder._count += 1
                with harmless(recorder._facts, "checkpoints"):
                    recorder._note(self, save_path, status)
            return status

        return restore

    def _note(self, checkpoint: Any, path: Any, status: Any) -> None:
        held = _names_in(str(path)) if path else []
        named = {name: one for name, one in vars(checkpoint).items() if _is_model(one)}
        seen = {
            "path": str(path or ""),
            "held": held,
            "missing": [name for name in named if path and name not in held],
        }
        call = observations.Call(name=_NAME, line=self._files.line(), arguments=seen)
        self._facts.emit("call", **asdict(call))
        for name, model in named.items():
            if path and not model.built:
                self._late.wait_for(model, name, status, call.line)


def _names_in(path: str) -> list[str]:
    """Under which names a checkpoint was given its objects.

    The names of variables do not tell: an optimizer knows the weights of its model, and each
    weight is written once.
    """
    stored = tf.train.load_checkpoint(path).get_tensor(_GRAPH)
    objects = TrackableObjectGraph.FromString(stored).nodes
    names = {child.local_name for child in objects[0].children}
    return sorted(names - {_COUNTER})


def _is_model(value: Any) -> bool:
    return isinstance(value, keras.Model)
