"""
A metric of one's own averages the means of the batches, as if all batches were of one size.

## Why it hurts
The last batch of an epoch is often smaller than the others. When each batch counts once, an example in a batch of 4
counts sixteen times as much as one in a batch of 64: the number depends on the batch size, changes when the data are
shuffled, and is not the one that a test on all examples gives. Add up over examples, and divide by their number.

## Example
    import keras
    import tensorflow as tf


    class Distance(keras.metrics.Metric):
        def __init__(self, name="distance", **kwargs):
            super().__init__(name=name, **kwargs)
            self.total = self.add_weight(name="total", initializer="zeros")
            self.count = self.add_weight(name="count", initializer="zeros")

        def update_state(self, y_true, y_pred, sample_weight=None):
            self.total.assign_add(tf.reduce_mean(tf.abs(y_true - y_pred)))
            self.count.assign_add(1.0)

        def result(self):
            return self.total / self.count


    metric = Distance()
    metric.update_state(tf.zeros(4), tf.ones(4))
    metric.update_state(tf.zeros(1), tf.zeros(1))
    print(float(metric.result()))

## Instead
    import keras
    import tensorflow as tf


    class Distance(keras.metrics.Metric):
        def __init__(self, name="distance", **kwargs):
            super().__init__(name=name, **kwargs)
            self.total = self.add_weight(name="total", initializer="zeros")
            self.count = self.add_weight(name="count", initializer="zeros")

        def update_state(self, y_true, y_pred, sample_weight=None):
            self.total.assign_add(tf.reduce_sum(tf.abs(y_true - y_pred)))
            self.count.assign_add(tf.cast(tf.size(y_true), "float32"))

        def result(self):
            return self.total / self.count


    metric = Distance()
    metric.update_state(tf.zeros(4), tf.ones(4))
    metric.update_state(tf.zeros(1), tf.zeros(1))
    print(float(metric.result()))
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in
from etude.diagnoses.own_measures import is_mean_of_all, methods_of_metrics
from etude.diagnoses.source import dotted_name
from etude.domain.finding import Finding, Severity

# Where all batches are of one size the number is right.
SEVERITY = Severity.WARNING
SKILLS = ("train-2", "model-8")
GUIDE = "Keras API: Metric base class (creating custom metrics)"
EXPLAINS = ()


def match(evidence: Evidence) -> Finding | None:
    for method in methods_of_metrics(evidence.source, "update_state"):
        line = _counts_batches(method)
        mean = next((n for n in ast.walk(method) if is_mean_of_all(n)), None)
        if line and mean is not None:
            return Finding(
                line=line,
                evidence=f"line {line} counts each batch once, whatever its size, and the mean over a "
                "batch is added to what is divided by that count",
                change="add the sum over the batch, and count its examples",
            )
    return None


def _counts_batches(method: ast.FunctionDef) -> int:
    """Where one is added for a call, or a mean is updated with the mean of a batch."""
    for call in calls_in(method):
        last = dotted_name(call.func).rpartition(".")[2] or _method(call)
        first = call.args[0] if call.args else None
        if last == "assign_add" and isinstance(first, ast.Constant) and first.value == 1:
            return call.lineno
        weighted = len(call.args) > 1 or any(word.arg == "sample_weight" for word in call.keywords)
        if last == "update_state" and first is not None and not weighted and is_mean_of_all(first):
            return call.lineno
    return 0


def _method(call: ast.Call) -> str:
    """What is called on the result of another call, as on ``super()``."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""
