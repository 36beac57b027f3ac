"""
A model with several outputs is compiled with metrics for one.

## Why it hurts
Keras 2 applied `metrics=["accuracy"]` to every output. Keras 3 takes a list for one entry per output, and a dictionary for the names of
the output layers; anything else stops the first `fit` with words about tuples that do not match. A metric for every output would be
wrong here anyhow: accuracy says nothing about an output that is a number.

## Example
    import keras
    import numpy as np

    inputs = keras.Input((4,))
    kind = keras.layers.Dense(1, activation="sigmoid", name="kind")(inputs)
    size = keras.layers.Dense(1, name="size")(inputs)
    model = keras.Model(inputs, [kind, size])
    model.compile(optimizer="adam", loss=["binary_crossentropy", "mse"], metrics=["accuracy"])
    model.fit(np.zeros((8, 4)), [np.zeros((8, 1)), np.zeros((8, 1))], verbose=0)

## Instead
    import keras
    import numpy as np

    inputs = keras.Input((4,))
    kind = keras.layers.Dense(1, activation="sigmoid", name="kind")(inputs)
    size = keras.layers.Dense(1, name="size")(inputs)
    model = keras.Model(inputs, [kind, size])
    model.compile(
        optimizer="adam",
        loss=["binary_crossentropy", "mse"],
        metrics={"kind": "accuracy", "size": "mae"},
    )
    model.fit(np.zeros((8, 4)), [np.zeros((8, 1)), np.zeros((8, 1))], verbose=0)
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import metrics_line
from etude.diagnoses.stops import stop
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-3", "dev-6", "dev-3")
GUIDE = "Keras guide: Training & evaluation with the built-in methods"
EXPLAINS = ()

_BUILDS = "_build_metrics_set"
_REFUSED = re.compile(
    r"Invalid `(?:weighted_)?metrics`|the `(?:weighted_)?metrics` argument as a list|"
    r"dict argument `(?:weighted_)?metrics`"
)
_RECEIVED = re.compile(r"[Rr]eceived:?\s+(?P<given>metrics=.*)")


def match(evidence: Evidence) -> Finding | None:
    ended = stop(evidence)
    if ended is None or not _is_about_metrics(ended.error.message, ended.error.raised_by):
        return None
    names = [output.path for output in ended.model.outputs]
    given = _RECEIVED.search(ended.error.message)
    written = (
        f"{given['given'].strip()} does not have one entry for each"
        if given
        else "metrics fit others"
    )
    if len(names) == 1:
        return None
    example = "metrics={" + ", ".join(f'"{name}": ...' for name in names) + "}"
    return Finding(
        line=metrics_line(evidence.source, ended.model),
        about=ended.model.name,
        evidence=f"the outputs are {' and '.join(names) or 'several'}, and {written}",
        change=f"{example if names else 'one list of metrics per output'}, each with the metrics that fit it",
    )


def _is_about_metrics(message: str, raised_by: str) -> bool:
    return bool(_REFUSED.search(message)) or raised_by.endswith(_BUILDS)
