"""The first batch that a training was given, as its range and a few examples."""

from collections.abc import Mapping
from typing import Any

import keras
import numpy as np

from etude.domain.own_loop import example_keys
from etude.worker.facts_writer import FactsWriter
from etude.worker.tensors import to_numpy
from etude.worker.trained.examples import first_batch
from etude.worker.trained.samples import KIND, LARGE, SMALL, describe_batch
from etude.worker.trained.training import Training

_MOST_KEPT = 32
_MOST_COMPARED = 512


def look_at_batches(training: Training, facts: FactsWriter) -> None:
    """One frame for the training data and one for the validation data."""
    for role, data in (("fit", training.train), ("validation", training.validation)):
        batch = first_batch(data) if data is not None else None
        if batch is not None and (isinstance(batch[0], Mapping) or hasattr(batch[0], "shape")):
            facts.emit(KIND, **describe_batch(role, *batch, size=LARGE))


class Drawn:
    """Batches that were drawn to be described, kept until they can be told.

    Attributes: keys: of examples that the training was given, for checks to compare.
    """

    def __init__(self) -> None:
        self.keys: list[int] = []
        self._kept: dict[str, tuple[Any, Any]] = {}

    def compare(self, element: Any) -> None:
        """Remembers which examples the training was given, evenly spaced ones of many."""
        inputs = element[0] if isinstance(element, tuple | list) else element
        examples = to_numpy(keras.tree.flatten(inputs)[0])
        step = 1 + len(examples) // _MOST_COMPARED if examples.ndim else 1
        self.keys = example_keys(examples[::step] if examples.ndim else examples)

    def keep(self, role: str, element: Any) -> None:
        """Remembers the first examples of an (inputs, labels) element; others are left alone."""
        if not isinstance(element, tuple | list) or len(element) not in (2, 3):
            return
        inputs, labels = element[:2]
        if isinstance(inputs, Mapping):
            columns = {name: _first(column) for name, column in inputs.items()}
            if all(column is not None for column in columns.values()):
                self._kept[role] = columns, _first(labels)
        elif _first(inputs) is not None:
            self._kept[role] = _first(inputs), _first(labels)

    def tell(self, facts: FactsWriter, *, fit: int) -> None:
        """One frame per role; how many examples a batch has is told elsewhere."""
        for role, (inputs, labels) in self._kept.items():
            told = describe_batch(role, inputs, labels, size=SMALL)
            if "shape" in told:
                told["shape"] = [None, *told["shape"][1:]]
            facts.emit(KIND, fit=fit, **told)
        self._kept.clear()


def _first(value: Any) -> Any:
    """The first examples as an array, None for what is no dense array of rows."""
    shape = getattr(value, "shape", None)
    if shape is None or not len(shape):
        return None
    part = value[:_MOST_KEPT]
    if hasattr(part, "numpy"):
        part = part.numpy()
    return part if isinstance(part, np.ndarray) else None
