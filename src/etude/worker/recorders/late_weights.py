"""Weights that a model makes after a checkpoint was restored into it.

TensorFlow keeps what the file holds until a weight of that name is made. Keras builds a model of
one's own at its first call in a graph, where that fails, and builds it anew: the second weights get
nothing, and nobody says so. It is looked at once, when that call has come back. A recorded call
"Checkpoint.lost" has the line of the restore, the ``name`` of its model and the ``weights`` that
were left out.
"""

import functools
import weakref
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

import keras

from etude.domain import observations
from etude.worker.facts_writer import FactsWriter
from etude.worker.recorders.harmless import harmless

_NAME = "Checkpoint.lost"
_MOST_NAMES = 4
_VALUE = "VARIABLE_VALUE"


@dataclass(frozen=True, slots=True)
class _Restored:
    name: str
    status: Any
    line: int


class LateWeights:
    """Waits for the first call of models; calls are watched from the first one to wait for on."""

    def __init__(self, facts: FactsWriter) -> None:
        self._facts = facts
        self._waiting: weakref.WeakKeyDictionary[Any, _Restored] = weakref.WeakKeyDictionary()
        self._watching = False

    def wait_for(self, model: Any, name: str, status: Any, line: int) -> None:
        self._waiting[model] = _Restored(name, status, line)
        if not self._watching:
            self._watching = True
            keras.Model.__call__ = self._called(keras.Model.__call__)

    def _called(self, original: Callable[..., Any]) -> Callable[..., Any]:
        recorder = self

        @functools.wraps(original)
        def called(self: Any, *args: Any, **kwargs: Any) -> Any:
            outputs = original(self, *args, **kwargs)
            if recorder._waiting and self.built and self in recorder._waiting:
                with harmless(recorder._facts, "late_weights"):
                    recorder._look(recorder._waiting.pop(self))
            return outputs

        return called

    def _look(self, restored: _Restored) -> None:
        lost = list(_never_assigned(restored.status))
        if lost:
            arguments = {"name": restored.name, "weights": lost[:_MOST_NAMES]}
            call = observations.Call(name=_NAME, line=restored.line, arguments=arguments)
            self._facts.emit("call", **asdict(call))


def _never_assigned(status: Any) -> Iterator[str]:
    """Weights that the file knows by name and that were made, but are older than the restore."""
    position = status._checkpoint
    for place, made in list(position.object_by_proto_id.items()):
        if made._update_uid < position.restore_uid:
            kept = position.object_graph_proto.nodes[place].attributes
            yield from (one.full_name for one in kept if one.name == _VALUE)
