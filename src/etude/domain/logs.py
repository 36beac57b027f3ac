"""Names under which Keras logs the same thing."""

from collections.abc import Mapping, Sequence

#: What "accuracy" may be called, whichever way it was asked for.
ACCURACIES = (
    "accuracy",
    "acc",
    "sparse_categorical_accuracy",
    "categorical_accuracy",
    "binary_accuracy",
)


def series_of(epochs: Sequence[Mapping[str, float]], *keys: str) -> Sequence[float]:
    """The values of the first of these logs that there is, epoch by epoch."""
    return next((found for key in keys if (found := _values(epochs, key))), [])


def _values(epochs: Sequence[Mapping[str, float]], key: str) -> list[float]:
    return [logs[key] for logs in epochs if key in logs]
