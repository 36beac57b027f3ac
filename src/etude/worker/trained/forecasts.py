"""What a model that was trained on numbers answers, beside the true ones."""

from typing import Any

import numpy as np

from etude.worker.facts_writer import FactsWriter
from etude.worker.trained.examples import batches_of, within
from etude.worker.trained.training import Training, labelled, only_loss

KIND = "forecast"
_MOST_EXAMPLES = 400
_AT_ONCE = 128
_LOSSES = ("squared", "absolute", "huber", "log_cosh")


def look_at_forecast(
    training: Training, facts: FactsWriter, *, seconds: float, at_once: int = _AT_ONCE
) -> None:
    """A frame with true values and answers in the order of the data, of the first output.

    Args:
      seconds: after this no further batch is looked at.
      at_once: examples that arrays are cut into.
    """
    loss = only_loss(training)
    if loss is None or not any(word in loss.name for word in _LOSSES):
        return
    role, data = labelled(training)
    drawn = batches_of(data, most=_MOST_EXAMPLES, size=at_once)
    truth: list[float] = []
    answers: list[float] = []
    for inputs, labels in within(drawn, seconds):
        true, told = _first_of_each(labels), _first_of_each(training.model(inputs, training=False))
        if len(true) != len(told):
            return
        truth += true
        answers += told
    if truth:
        facts.emit(KIND, role=role, truth=truth[:_MOST_EXAMPLES], answers=answers[:_MOST_EXAMPLES])


def _first_of_each(values: Any) -> list[float]:
    """The first number of each row; empty for what is no table of numbers."""
    array = np.asarray(values)
    if array.dtype.kind not in "biuf" or not array.ndim or not array.size:
        return []
    return [float(value) for value in array.reshape(len(array), -1)[:, 0]]
