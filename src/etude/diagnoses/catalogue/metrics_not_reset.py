"""
A metric is read in every epoch and never reset, so it is the mean over all epochs so far.

## Why it hurts
A metric goes on counting until it is told to begin anew. `fit` does that at the start of every epoch; in a
loop of one's own nobody does. From the second epoch on each number is mixed with those of all epochs before:
the curve is smoother than the training, accuracy lags behind, and a rise of the loss hardly shows.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    data = tf.data.Dataset.from_tensor_slices((inputs, 2 * inputs)).batch(8)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    optimizer = keras.optimizers.SGD(0.1)
    measure = keras.losses.MeanSquaredError()
    mean_loss = keras.metrics.Mean()

    for epoch in range(2):
        for x, y in data:
            with tf.GradientTape() as tape:
                loss = measure(y, model(x, training=True))
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables))
            mean_loss.update_state(loss)
        print(epoch, float(mean_loss.result()))

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    data = tf.data.Dataset.from_tensor_slices((inputs, 2 * inputs)).batch(8)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    optimizer = keras.optimizers.SGD(0.1)
    measure = keras.losses.MeanSquaredError()
    mean_loss = keras.metrics.Mean()

    for epoch in range(2):
        mean_loss.reset_state()
        for x, y in data:
            with tf.GradientTape() as tape:
                loss = measure(y, model(x, training=True))
            gradients = tape.gradient(loss, model.trainable_variables)
            optimizer.apply_gradients(zip(gradients, model.trainable_variables))
            mean_loss.update_state(loss)
        print(epoch, float(mean_loss.result()))
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import GRADIENT
from etude.diagnoses.names import full_name
from etude.diagnoses.source import Source, dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("train-1", "train-2", "model-10")
GUIDE = "Keras guide: Writing a training loop from scratch in TensorFlow"
EXPLAINS = ()

_RESETS = ("reset_state", "reset_states")


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    if not evidence.calls_of(GRADIENT):
        return None  # numbers over several passes may be wanted where nothing is learned
    updated = set(_updated(source))
    for loop in _loops_of_epochs(source):
        metric, line, how_often = _read(loop, updated)
        if metric and not _begins_anew(source, metric, loop):
            return Finding(
                line=line,
                evidence=f"{metric} is read in line {line}, {how_often} of the loop in line "
                f"{loop.lineno}, and nothing resets it in between",
                change=f"{metric}.reset_state() as the first line of the loop over epochs",
                about=metric,
                mild=_only_running_means(source, loop, updated),
            )
    return None


def _loops_of_epochs(source: Source) -> Iterator[ast.For]:
    """Loops that hold another loop."""
    for node in source.nodes:
        if isinstance(node, ast.For) and any(_inner_loops(node)):
            yield node


def _inner_loops(loop: ast.For) -> Iterator[ast.For]:
    for node in ast.walk(loop):
        if isinstance(node, ast.For) and node is not loop:
            yield node


def _updated(source: Source) -> Iterator[str]:
    """Metrics that are told something: by ``update_state``, or by calling the metric itself."""
    yield from filter(None, map(_owner, source.calls("update_state")))
    for node in source.all(ast.Assign):
        made = node.value.func if isinstance(node.value, ast.Call) else None
        if made is not None and "metrics" in full_name(source, made).split(".")[:-1]:
            names = (dotted_name(target) for target in node.targets)
            yield from (name for name in names if name and source.calls(name))


def _read(loop: ast.For, metrics: set[str]) -> tuple[str, int, str]:
    """A metric that learns from batches, where it is read, and how often that is: behind the last
    of them, or while they go by.
    """
    inside = {id(node) for inner in _inner_loops(loop) for node in ast.walk(inner)}
    reads = [n for n in ast.walk(loop) if isinstance(n, ast.Call) and _is_read(n, metrics)]
    for call in reads:
        if id(call) not in inside:
            return _owner(call), call.lineno, "once for each pass"
    first = next(iter(reads), None)
    return (_owner(first), first.lineno, "in every pass") if first is not None else ("", 0, "")


def _only_running_means(source: Source, loop: ast.For, metrics: set[str]) -> bool:
    """Whether all that is read are means while batches go by: they claim to be no epoch's number.

    Not so an accuracy, which is looked at for how far the model has come.
    """
    inside = {id(node) for inner in _inner_loops(loop) for node in ast.walk(inner)}
    reads = [n for n in ast.walk(loop) if isinstance(n, ast.Call) and _is_read(n, metrics)]
    return all(id(call) in inside and _is_mean(source, _owner(call)) for call in reads)


def _is_mean(source: Source, metric: str) -> bool:
    made = (
        node.value.func
        for node in source.all(ast.Assign)
        if isinstance(node.value, ast.Call) and metric in map(dotted_name, node.targets)
    )
    return any(full_name(source, call).endswith("metrics.Mean") for call in made)


def _is_read(call: ast.Call, metrics: set[str]) -> bool:
    return dotted_name(call.func).endswith(".result") and _owner(call) in metrics


def _owner(call: ast.Call) -> str:
    return dotted_name(call.func).rpartition(".")[0]


def _begins_anew(source: Source, metric: str, loop: ast.For) -> bool:
    """Whether anything is reset anywhere, or the metric is made within the loop."""
    made = (
        dotted_name(target) == metric
        for node in ast.walk(loop)
        if isinstance(node, ast.Assign)
        for target in node.targets
    )
    return any(source.calls(name) for name in _RESETS) or any(made)
