"""
A model's `call` takes no `training`, so its dropout and batch normalisation never work as in training.

## Why it hurts
`fit` tells a model that it is training only when its `call` has an argument for that, and the layers inside hear of it
from there. Without the argument dropout drops nothing, and batch normalisation neither uses nor collects the statistics
of a batch: it keeps the mean 0 and the variance 1 that it began with. Nothing is reported.

## Example
    import keras
    import numpy as np


    class Forecaster(keras.Model):
        def __init__(self):
            super().__init__()
            self.normalize = keras.layers.BatchNormalization()
            self.forecast = keras.layers.Dense(1)

        def call(self, inputs):
            return self.forecast(self.normalize(inputs))


    inputs = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
    model = Forecaster()
    model.compile(optimizer="adam", loss="mse")
    model.fit(inputs, inputs[:, :1], verbose=0)

## Instead
    import keras
    import numpy as np


    class Forecaster(keras.Model):
        def __init__(self):
            super().__init__()
            self.normalize = keras.layers.BatchNormalization()
            self.forecast = keras.layers.Dense(1)

        def call(self, inputs, training=False):
            return self.forecast(self.normalize(inputs, training=training))


    inputs = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
    model = Forecaster()
    model.compile(optimizer="adam", loss="mse")
    model.fit(inputs, inputs[:, :1], verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import full_name
from etude.diagnoses.places import class_around
from etude.diagnoses.source import dotted_name
from etude.diagnoses.subclasses import methods_of
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("model-4", "model-11", "dev-6")
GUIDE = "TensorFlow guide: Making new layers and models via subclassing"
EXPLAINS = ("overfits",)

_DIFFER_IN_TRAINING = (
    *("BatchNormalization", "Dropout", "SpatialDropout1D", "SpatialDropout2D", "SpatialDropout3D"),
    *("GaussianNoise", "GaussianDropout", "AlphaDropout"),
)


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        definition = class_around(evidence.source, fit.model.line)
        methods = methods_of(definition) if definition is not None else {}
        call = methods.get("call")
        if fit.model.kind != "subclassed" or definition is None or call is None:
            continue
        if "train_step" in methods or _takes_training(call):
            continue
        for attribute, kind in _kept(evidence, definition):
            if _called_plainly(call, attribute):
                return Finding(
                    line=call.lineno,
                    evidence=f"{definition.name}.call has no argument training, so self.{attribute}, a {kind}, "
                    "works in fit as it does in predict",
                    change="def call(self, inputs, training=False), and hand it on: "
                    f"self.{attribute}(..., training=training)",
                    about=definition.name,
                )
    return None


def _takes_training(call: ast.FunctionDef) -> bool:
    given = [*call.args.args, *call.args.kwonlyargs]
    return call.args.kwarg is not None or any(one.arg == "training" for one in given)


def _kept(evidence: Evidence, definition: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """Attributes that are layers which work in another way in training."""
    for node in ast.walk(definition):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            kind = full_name(evidence.source, node.value.func).rpartition(".")[2]
            names = [dotted_name(target) for target in node.targets]
            if kind in _DIFFER_IN_TRAINING:
                yield from (
                    (name.removeprefix("self."), kind) for name in names if name.startswith("self.")
                )


def _called_plainly(call: ast.FunctionDef, attribute: str) -> bool:
    """Whether ``call`` runs it without saying which of the two is meant."""
    for node in ast.walk(call):
        if isinstance(node, ast.Call) and dotted_name(node.func) == f"self.{attribute}":
            return all(keyword.arg != "training" for keyword in node.keywords)
    return False
