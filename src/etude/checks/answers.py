"""What a program answers for examples whose labels are known; runs inside the sandbox."""

from typing import Any

from etude.checks.live import Facts, Live
from etude.checks.predictions import predict
from etude.checks.values import Value


def answers(live: Live, by: Value, inputs: Value, labels: Value) -> Facts:
    """``outputs`` and ``labels``, or ``outputs_are``, which says what came instead of one array.

    Args:
      by: a model, or a function of the program that takes the inputs.
      inputs: an array, a dict of columns, or a dataset of batches of (x, y).
      labels: (N,) or (N, 1); None when the dataset brings them.
    """
    answering, given = live.value(by), live.value(inputs)
    with live.learner():
        if isinstance(given, live.tf.data.Dataset):
            return _of_dataset(live, answering, given)
        if isinstance(answering, live.keras.Model):
            found = predict(answering, given)
        else:
            found = {"outputs": live.np.asarray(answering(given), dtype=live.np.float32)}
    known = live.np.asarray(live.value(labels))
    if known.dtype.kind not in "biuf":
        return {"outputs_are": f"labels ({labels}) that are no numbers but {_kind(known)}"}
    return {**found, "labels": known}


def _kind(known: Any) -> str:
    return type(known.item()).__name__ if known.ndim == 0 else f"an array of {known.dtype}"


def _of_dataset(live: Live, answering: Any, data: Any) -> Facts:
    """Inputs and labels in a single pass, since a second may come in another order."""
    # Random layers of Keras vary what they get unless they are told that nobody learns.
    told = {"training": False} if isinstance(answering, live.keras.Model) else {}
    outputs, labels = [], []
    for x, y in data:
        outputs.append(live.np.asarray(answering(x, **told), dtype=live.np.float32))
        labels.append(live.np.asarray(y))
    if not labels:
        return {"outputs_are": "nothing, since the dataset is empty"}
    return {"outputs": live.np.concatenate(outputs), "labels": live.np.concatenate(labels)}
