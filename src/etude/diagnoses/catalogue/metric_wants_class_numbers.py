"""
A metric that compares class numbers is given probabilities.

## Why it hurts
`metrics.Accuracy` counts how often two numbers are equal, and 0.93 is never equal to 1: it stays at zero while the
network learns. `MeanIoU` cuts probabilities off to whole numbers, so that everything is class 0, and stays
where it began. The text "accuracy", BinaryIoU and OneHotMeanIoU decide for a class first.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    features = rng.normal(size=(60, 4)).astype("float32")
    labels = (features[:, 0] > 0).astype("float32")

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(
        optimizer=keras.optimizers.Adam(0.1),
        loss="binary_crossentropy",
        metrics=[keras.metrics.Accuracy()],
    )
    model.fit(features, labels, epochs=3, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    features = rng.normal(size=(60, 4)).astype("float32")
    labels = (features[:, 0] > 0).astype("float32")

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(
        optimizer=keras.optimizers.Adam(0.1),
        loss="binary_crossentropy",
        metrics=["accuracy"],
    )
    model.fit(features, labels, epochs=3, verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Output, outputs
from etude.diagnoses.names import full_name
from etude.diagnoses.places import metrics_in_compile, metrics_line
from etude.diagnoses.source import argument, call_line
from etude.domain.finding import Finding, Severity
from etude.domain.heads import BINARY_LOSSES, CROSS_ENTROPIES, SPARSE_LOSSES

SEVERITY = Severity.SILENT
SKILLS = ("model-13", "model-15", "dev-2")
GUIDE = "Keras API: Metrics"
EXPLAINS = ("operands_do_not_fit", "stuck_at_majority", "trained_too_short")

_SPARSE = "sparse_categorical_accuracy"
_OF_COLUMNS = "categorical_accuracy"
# Metric -> what decides for a class first: with one output, and with one output per class.
_INSTEAD = {
    "Accuracy": ('"accuracy"', '"accuracy"'),
    "MeanIoU": (
        "BinaryIoU(threshold=0.5)",
        "MeanIoU(num_classes=..., sparse_y_pred=False), or OneHotMeanIoU for one-hot labels",
    ),
    "IoU": (
        "BinaryIoU(threshold=0.5)",
        "IoU(..., sparse_y_pred=False), or OneHotIoU for one-hot labels",
    ),
}


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        if output.loss not in CROSS_ENTROPIES:
            continue
        found = _beside_columns(evidence, output) or _beside_numbers(evidence, output)
        if found is not None:
            return found
        for call in _metrics(evidence, output):
            kind = full_name(evidence.source, call.func).rpartition(".")[2]
            one, several = _INSTEAD[kind]
            binary = output.head.units == 1 or output.loss in BINARY_LOSSES
            return Finding(
                line=call_line(call),
                about=kind,
                evidence=f"{kind} compares class numbers, and the output gives {_given(output)}{_stayed(output)}",
                change=f"use {one if binary else several}",
            )
    return None


def _beside_columns(evidence: Evidence, output: Output) -> Finding | None:
    """A metric that takes each label for the number of a class, and labels that have a column for each."""
    compiled, units = output.model.compiled, output.head.units or 0
    shape = output.labels[0].shape if output.labels else None
    if compiled is None or _SPARSE not in compiled.metrics or shape is None or len(shape) != 2:
        return None
    if units < 2 or shape[1] != units:
        return None
    several = output.loss in BINARY_LOSSES
    return Finding(
        line=metrics_line(evidence.source, output.model),
        about=_SPARSE,
        evidence=f"{_SPARSE} wants the number of a class for each example, and the labels have {units} columns",
        change=f'metrics=["{"binary_accuracy" if several else "accuracy"}"], which suits such labels',
    )


def _beside_numbers(evidence: Evidence, output: Output) -> Finding | None:
    """The other way round: it looks for the largest of a label's columns, and there is but one."""
    compiled, units = output.model.compiled, output.head.units or 0
    shape = output.labels[0].shape if output.labels else None
    if compiled is None or _OF_COLUMNS not in compiled.metrics or shape is None or units < 2:
        return None
    if output.loss not in SPARSE_LOSSES or list(shape)[1:] not in ([], [1]):
        return None
    return Finding(
        line=metrics_line(evidence.source, output.model),
        about=_OF_COLUMNS,
        evidence=f"{_OF_COLUMNS} wants a column for each of the {units} classes, and each label is the number of one: whatever it is, "
        f"it counts as class 0{_came(evidence, output)}",
        change='metrics=["accuracy"], which suits such labels, or "sparse_categorical_accuracy"',
    )


def _came(evidence: Evidence, output: Output) -> str:
    """What the metric came to."""
    fits = [fit for fit in evidence.fits if fit.model.key == output.model.key]
    values = fits[-1].series(_OF_COLUMNS) if fits else []
    return f"; it came to {values[-1]:.3f}" if values else ""


def _metrics(evidence: Evidence, output: Output) -> Iterator[ast.Call]:
    """Such metrics in the ``compile`` of a model, as they are written there."""
    for call in metrics_in_compile(evidence.source, output.model, _INSTEAD):
        if argument(call, "sparse_y_pred") is not False:
            yield call


def _given(output: Output) -> str:
    if output.from_logits or output.head.activation == "linear":
        return "raw scores"
    return "probabilities between 0 and 1"


def _stayed(output: Output) -> str:
    """The metric over the epochs, when it is logged under the name that Keras gives it."""
    fit = output.fit
    names = [n for n in (fit.epochs[0] if fit and fit.epochs else {}) if _is_its_name(n)]
    values = fit.series(names[0]) if fit and names else []
    return f"; {names[0]} is {values[-1]:.3g} at the end" if values else ""


def _is_its_name(name: str) -> bool:
    return name.startswith(("accuracy", "mean_io_u", "io_u"))
