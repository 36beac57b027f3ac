"""
Rows may have several labels at once, and "accuracy" looks at the likeliest one alone.

## Why it hurts
The text "accuracy" stands for a metric that Keras chooses by the shapes: with several outputs and as many columns of labels it
takes the place of the largest output and of the first largest label, as if one class were right. For labels that are
independent of each other that says next to nothing. BinaryAccuracy counts every label, and where ones are rare even that
is high for a network that always says no: precision, recall and AUC tell more.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x = rng.normal(size=(64, 8)).astype("float32")
    tags = (rng.uniform(size=(64, 4)) > 0.5).astype("float32")
    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(4, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    model.fit(x, tags, epochs=3, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x = rng.normal(size=(64, 8)).astype("float32")
    tags = (rng.uniform(size=(64, 4)) > 0.5).astype("float32")
    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(4, activation="sigmoid")])
    model.compile(
        optimizer="adam",
        loss="binary_crossentropy",
        metrics=[keras.metrics.BinaryAccuracy(), keras.metrics.AUC(multi_label=True)],
    )
    model.fit(x, tags, epochs=3, verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Output, ones_of_a_row, outputs
from etude.diagnoses.names import given
from etude.diagnoses.places import call_at, metrics_line
from etude.diagnoses.source import Source, constant
from etude.domain.finding import Finding, Severity

# The network learns what it should; what misleads is the number.
SEVERITY = Severity.WARNING
SKILLS = ("model-6", "model-13")
GUIDE = "Keras API: Metrics"
EXPLAINS = ()

_LOSS = "binary_crossentropy"
_TEXTS = ("accuracy", "acc")
_METRICS_POSITION = 3  # compile(optimizer, loss, loss_weights, metrics)


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        sums = ones_of_a_row(output)
        if output.loss == _LOSS and sums and _asks_for_accuracy(evidence.source, output):
            return Finding(
                line=metrics_line(evidence.source, output.model),
                evidence=f"rows of the labels have from {sums[0]:.0f} to {sums[1]:.0f} ones among {output.head.units}, and "
                '"accuracy" compares the place of the largest output with one of them',
                change="metrics=[keras.metrics.BinaryAccuracy(), keras.metrics.AUC(multi_label=True)]",
                about=output.model.name,
            )
    return None


def _asks_for_accuracy(source: Source, output: Output) -> bool:
    """Whether ``compile`` is given the text, rather than a metric that is called so."""
    compiled = output.model.compiled
    call = call_at(source, compiled.line, "compile") if compiled is not None else None
    metrics = given(call, "metrics", _METRICS_POSITION) if call is not None else None
    listed = metrics.elts if isinstance(metrics, ast.List | ast.Tuple) else []
    return any(constant(one) in _TEXTS for one in listed if isinstance(one, ast.Constant))
