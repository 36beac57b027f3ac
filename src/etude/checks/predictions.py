"""What a saved model answers, batch by batch; runs inside the sandbox."""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from etude.checks.live import Facts, Live
from etude.checks.what_ifs import Array
from etude.domain.what_if import WhatIf

_BATCH = 64


def predict(model: Any, inputs: Any) -> Facts:
    """``outputs`` as float32, or ``outputs_are``, which says what came instead of one array.

    Args:
      inputs: an array, or a dict of columns of one length.
    """
    pieces: list[Array] = []
    for batch in _batches(inputs):
        came = model(batch, training=False)
        if isinstance(came, dict | list | tuple):
            return {"outputs_are": f"a {type(came).__name__} of {len(came)} outputs"}
        pieces.append(np.asarray(came, dtype=np.float32))
    return {"outputs": np.concatenate(pieces)}


def as_graph(live: Live, model: Any) -> Any:
    """A loaded Keras model as one graph: a recurrent one answers many times faster so.

    Not for a model of the program's own, whose ``call`` may hold Python that must run each time.
    """
    if not isinstance(model, live.keras.Model):
        return model
    return live.tf.function(model, autograph=False, reduce_retracing=True)


def predict_under_changes(model: Any, changes: Mapping[WhatIf, Array]) -> dict[str, Array]:
    """Outputs by the name of the change; one that the model refuses says nothing about it."""
    found: dict[str, Array] = {}
    for name, inputs in changes.items():
        try:
            answer = predict(model, inputs)
        except Exception:
            continue
        if "outputs" in answer:
            found[str(name)] = answer["outputs"]
    return found


def _batches(inputs: Any) -> Iterator[Any]:
    columns = inputs if isinstance(inputs, Mapping) else {"": inputs}
    count = len(next(iter(columns.values())))
    for start in range(0, count, _BATCH):
        part = {name: column[start : start + _BATCH] for name, column in columns.items()}
        yield part if isinstance(inputs, Mapping) else part[""]
