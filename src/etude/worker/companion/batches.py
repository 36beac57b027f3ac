"""The first batch that a training was given, as its range and a few pictures."""

from typing import Any

import numpy as np

from etude.worker.companion.examples import first_batch
from etude.worker.companion.pictures import are_pictures, as_bytes
from etude.worker.companion.trainings import Training
from etude.worker.facts_writer import FactsWriter

KIND = "batch"
_MOST_PICTURES = 12


def look_at_batches(training: Training, facts: FactsWriter) -> None:
    """One frame for the training data and one for the validation data."""
    for role, data in (("fit", training.train), ("validation", training.validation)):
        batch = first_batch(data) if data is not None else None
        if batch is not None and hasattr(batch[0], "shape"):
            _tell(role, *batch, facts)


def _tell(role: str, inputs: Any, labels: Any, facts: FactsWriter) -> None:
    told: dict[str, Any] = {
        "role": role,
        "dtype": str(inputs.dtype),
        "shape": [int(size) for size in inputs.shape],
    }
    if inputs.dtype.kind in "biuf" and inputs.size:
        finite = inputs[np.isfinite(inputs)]
        if finite.size:
            told |= {"low": float(finite.min()), "high": float(finite.max())}
    if are_pictures(inputs):
        told["pictures"] = as_bytes(inputs[:_MOST_PICTURES])
        told["labels"] = numbers_of(labels[:_MOST_PICTURES])
    facts.emit(KIND, **told)


def numbers_of(labels: Any) -> list[int]:
    """Class numbers of integer or one-hot labels; empty for anything else."""
    values = np.asarray(labels)
    if values.ndim == 2 and values.shape[1] > 1:
        values = values.argmax(axis=1)
    values = values.reshape(-1) if values.ndim == 2 else values
    whole = values.dtype.kind in "biuf" and bool(np.all(values == np.round(values)))
    return [int(value) for value in values] if values.ndim == 1 and whole else []
