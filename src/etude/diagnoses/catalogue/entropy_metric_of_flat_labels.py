"""
The metric BinaryCrossentropy is given flat labels beside a column of outputs.

## Why it hurts
A network that ends in `Dense(1)` answers with a column, (batch, 1), while labels are mostly given flat, (batch,). Losses
and nearly all metrics of Keras put the missing axis on by themselves. The metric of the cross-entropy does not: with
the same data and the same formula the loss works and the metric stops the program.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    features = rng.normal(size=(60, 4)).astype("float32")
    labels = (features[:, 0] > 0).astype("float32")

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(
        optimizer="adam",
        loss="binary_crossentropy",
        metrics=[keras.metrics.BinaryCrossentropy(name="entropy")],
    )
    model.fit(features, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    features = rng.normal(size=(60, 4)).astype("float32")
    labels = (features[:, :1] > 0).astype("float32")

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(
        optimizer="adam",
        loss="binary_crossentropy",
        metrics=[keras.metrics.BinaryCrossentropy(name="entropy")],
    )
    model.fit(features, labels, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import metrics_line
from etude.diagnoses.refusals import refused_targets
from etude.diagnoses.stops import stop, told_shape
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-13", "model-7", "dev-3")
GUIDE = "Keras API: Metrics"

_METRIC = "binary_crossentropy"
_FLAT, _COLUMN = 1, 2  # axes


def match(evidence: Evidence) -> Finding | None:
    ended, refused = stop(evidence), refused_targets(evidence)
    if ended is None or refused is None or not ended.error.raised_by.endswith(_METRIC):
        return None
    compiled, axes = ended.model.compiled, (len(refused.given), len(refused.wanted))
    if compiled is None or _METRIC not in compiled.metrics:
        return None
    if axes != (_FLAT, _COLUMN) or refused.wanted[-1] != 1:
        return None
    return Finding(
        line=metrics_line(evidence.source, ended.model),
        about=ended.model.name,
        evidence=f"the labels are {told_shape(refused.given)}, the outputs {told_shape(refused.wanted)}; the loss would "
        "put the axis on, the metric BinaryCrossentropy does not",
        change="give the labels an axis more, labels[:, None]; or leave the metric out where the loss is the same",
    )
