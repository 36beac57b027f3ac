"""
The output is a logit, and accuracy says "yes" only above 0.5 instead of above 0.

## Why it hurts
With `from_logits=True` the last layer gives any number, and 0 is where the probability is one half. "accuracy"
and `BinaryAccuracy()` compare the raw output with 0.5, so every example whose output lies between 0 and 0.5
counts as "no". Training is right, but the reported accuracy is too low or too high, and whoever chooses by it
chooses wrong.

## Example
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 2

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
    model.compile(
        optimizer="adam",
        loss=keras.losses.BinaryCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    model.fit(features, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 2

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
    model.compile(
        optimizer="adam",
        loss=keras.losses.BinaryCrossentropy(from_logits=True),
        metrics=[keras.metrics.BinaryAccuracy(threshold=0.0)],
    )
    model.fit(features, labels, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Output, outputs
from etude.diagnoses.places import metrics_line
from etude.domain.finding import Finding, Severity
from etude.domain.heads import BINARY_LOSSES

SEVERITY = Severity.WARNING
SKILLS = ("model-5", "model-8", "model-13")
GUIDE = "Keras API: accuracy metrics"
EXPLAINS = ()

# With several outputs Keras takes "accuracy" for the place of the largest, which knows no threshold.
_COMPARE_ONE = ("accuracy", "acc")
_COMPARE = "binary_accuracy"
_DEFAULT = 0.5


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        metric = _compares_with_half(output)
        if metric and _gives_logits(output):
            return Finding(
                line=metrics_line(evidence.source, output.model),
                evidence=f"the loss has from_logits=True and the last layer no activation, and "
                f"{metric} compares its output with 0.5",
                change="metrics=[keras.metrics.BinaryAccuracy(threshold=0.0)]",
                about=output.model.name,
            )
    return _in_loop(evidence)


def _in_loop(evidence: Evidence) -> Finding | None:
    """A metric that a loop of one's own gives the outputs of a model as they are."""
    logits = {output.model.key for output in outputs(evidence) if _gives_logits(output)}
    for call in evidence.calls_of("BinaryAccuracy.call"):
        if call.arguments["threshold"] == _DEFAULT and call.arguments.get("model") in logits:
            return Finding(
                line=call.line,
                evidence=f"the loss has from_logits=True and the last layer no activation, and "
                f"the BinaryAccuracy of line {call.line} compares its output with {_DEFAULT}",
                change="keras.metrics.BinaryAccuracy(threshold=0.0)",
            )
    return None


def _gives_logits(output: Output) -> bool:
    """Under several losses it cannot be told which output a metric belongs to."""
    losses = output.model.compiled.losses if output.model.compiled else ()
    binary = output.loss in BINARY_LOSSES and len(losses) == 1
    return binary and output.from_logits and output.head.activation == "linear"


def _compares_with_half(output: Output) -> str:
    """The first metric that compares with 0.5; "" without one."""
    compiled = output.model.compiled
    if compiled is None:
        return ""
    compare = {_COMPARE, *(_COMPARE_ONE if output.head.units == 1 else ())}
    found = [name for name in compiled.metrics if name in compare]
    at_half = (name for name in found if compiled.thresholds.get(name, _DEFAULT) == _DEFAULT)
    return next(at_half, "")
