"""
A `train_step` returns metrics that nobody has told what came out, so they stay at zero.

## Why it hurts
`fit` prints what `train_step` returns. A metric's `result()` is what it has been told so far, and nobody but
`train_step` tells it: without `update_state` the log says loss 0 in every epoch, whatever the model learns, and
callbacks that watch it stop or save at random. Keras has a metric called "loss" in every compiled model and shows its
result also when `train_step` gives back a tensor under that name, if it gives nothing but names of metrics. The
metrics that were given to `compile` stop with an error instead. And a class that lists metrics of its own and writes no
`test_step` gets 0 from `evaluate` and for `val_loss`: Keras's own step tells Keras's loss, which is not in that list.

## Example
    import keras
    import numpy as np
    import tensorflow as tf


    class Own(keras.Model):
        def train_step(self, data):
            x, y = data
            with tf.GradientTape() as tape:
                loss = self.compute_loss(y=y, y_pred=self(x, training=True))
            gradients = tape.gradient(loss, self.trainable_variables)
            self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
            return {metric.name: metric.result() for metric in self.metrics}


    values = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    inputs = keras.Input((1,))
    model = Own(inputs, keras.layers.Dense(1)(inputs))
    model.compile(optimizer="sgd", loss="mse")
    model.fit(values, 2 * values, epochs=2, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf


    class Own(keras.Model):
        def train_step(self, data):
            x, y = data
            with tf.GradientTape() as tape:
                outputs = self(x, training=True)
                loss = self.compute_loss(y=y, y_pred=outputs)
            gradients = tape.gradient(loss, self.trainable_variables)
            self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
            for metric in self.metrics:
                if metric.name == "loss":
                    metric.update_state(loss)
                else:
                    metric.update_state(y, outputs)
            return {metric.name: metric.result() for metric in self.metrics}


    values = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    inputs = keras.Input((1,))
    model = Own(inputs, keras.layers.Dense(1)(inputs))
    model.compile(optimizer="sgd", loss="mse")
    model.fit(values, 2 * values, epochs=2, verbose=0)
"""

import ast
from collections.abc import Iterator, Mapping, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in
from etude.diagnoses.source import constant, last_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("train-3", "train-2", "model-10")
GUIDE = "Keras guide: Customizing what happens in fit() with TensorFlow"
EXPLAINS = ()

_LOSS = "loss"
_STEP, _TEST, _LISTED = "train_step", "test_step", "metrics"
_UNTOLD = "metric has not yet been built"
_TELLS = ("update_state", "compute_metrics", _STEP)


def match(evidence: Evidence) -> Finding | None:
    symptom = _symptom(evidence)
    for function in evidence.source.functions():
        read = _result_line(function) or (_own_loss_line(function) if _goes_on(evidence) else 0)
        if symptom and function.name == _STEP and read and not _updates(evidence):
            return Finding(
                line=read,
                evidence=f"{_what_is_given(function)} in line {read} and updates no metric; {symptom}",
                change=_change(function),
            )
    return next(_not_tested(evidence), None)


def _not_tested(evidence: Evidence) -> Iterator[Finding]:
    """Classes that list their own metrics and leave measuring to Keras's ``test_step``."""
    for node in evidence.source.all(ast.ClassDef):
        written = {one.name for one in node.body if isinstance(one, ast.FunctionDef)}
        if {_STEP, _LISTED} <= written and _TEST not in written:
            for line, seen in (*_measured_zero(evidence), *_validated_zero(evidence)):
                yield Finding(
                    line=line,
                    about=node.name,
                    evidence=f"{seen}: {node.name} lists its own metrics and writes no {_TEST}, and Keras's tells none "
                    "of them what came out",
                    change=f"write {_TEST}(self, data) too: outputs with training=False, the loss as in {_STEP}, the "
                    "same update_state, and the same results given back",
                )


def _measured_zero(evidence: Evidence) -> Iterator[tuple[int, str]]:
    """An ``evaluate`` of exactly 0 after a training that ended with another loss."""
    ended = [fit.series(_LOSS)[-1] for fit in evidence.fits if any(fit.series(_LOSS))]
    for call in evidence.calls_of("Model.evaluate"):
        if ended and call.arguments.get("measured", {}).get(_LOSS) == 0:
            yield (
                call.line,
                f"evaluate in line {call.line} gives loss 0, and fit ended at {ended[-1]:.3g}",
            )


def _validated_zero(evidence: Evidence) -> Iterator[tuple[int, str]]:
    for fit in evidence.fits:
        values = fit.series(f"val_{_LOSS}")
        if values and not any(values) and any(fit.series(_LOSS)):
            yield fit.line, f"fit in line {fit.line} reports val_{_LOSS} 0 in every epoch"


def _symptom(evidence: Evidence) -> str:
    error = evidence.error
    if error is not None:
        return "Keras misses what it should tell" if _UNTOLD in error.message else ""
    zero = next((name for fit in evidence.fits if (name := _always_zero(fit.epochs))), "")
    return f"{zero} is 0 in every epoch" if zero else ""


def _always_zero(epochs: Sequence[Mapping[str, float]]) -> str:
    """A log of training that is 0 in every epoch."""
    names = [name for name in (epochs[0] if epochs else ()) if not name.startswith("val_")]
    return next((name for name in names if all(one.get(name) == 0 for one in epochs)), "")


def _result_line(function: ast.FunctionDef) -> int:
    """Where it asks metrics for their results."""
    read = (call for call in calls_in(function) if _last(call) in ("result", "get_metrics_result"))
    return next((call.lineno for call in read), 0)


def _goes_on(evidence: Evidence) -> bool:
    """Whether there are epochs to compare: nobody follows the loss of a single one."""
    return any(len(fit.epochs) > 1 for fit in evidence.fits)


def _own_loss_line(function: ast.FunctionDef) -> int:
    """Where it gives back a loss under the name that Keras has a metric for."""
    return next(
        (
            node.lineno
            for node in ast.walk(function)
            if isinstance(node, ast.Return)
            and isinstance(node.value, ast.Dict)
            and any(constant(key) == _LOSS for key in node.value.keys)
        ),
        0,
    )


def _what_is_given(function: ast.FunctionDef) -> str:
    read = "train_step reads its metrics"
    return read if _result_line(function) else f'train_step gives back a loss as "{_LOSS}"'


def _change(function: ast.FunctionDef) -> str:
    if _result_line(function):
        return (
            "metric.update_state(y, outputs) for each of self.metrics, and the loss for the "
            "one that is called loss"
        )
    return (
        "keep a keras.metrics.Mean in the model, update_state(loss) and give back its result(); or give the loss "
        "another name in what is returned"
    )


def _updates(evidence: Evidence) -> bool:
    """Whether any metric is told anything, here or by a train_step that this one calls."""
    return any(evidence.source.calls(name) for name in _TELLS)


def _last(call: ast.Call) -> str:
    return last_name(call.func)
