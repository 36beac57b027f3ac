"""
The table that the network learns from holds the answer.

## Why it hurts
One column of the inputs is the very value to be predicted. The network has but to copy it: the error goes to nearly zero
in training and in validation alike, and the model is of no use, because when it is needed the answer is not known yet.
It happens when a table is passed on whole after the target was read from it.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    table = rng.normal(size=(64, 4)).astype("float32")
    table[:, 3] = table[:, 0] - table[:, 1]
    target = table[:, 3]

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(table, target, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    table = rng.normal(size=(64, 4)).astype("float32")
    table[:, 3] = table[:, 0] - table[:, 1]
    target = table[:, 3]

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(table[:, :3], target, verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import given
from etude.diagnoses.places import call_at
from etude.diagnoses.series import assigned_value
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("data-6", "model-1", "dev-3")
GUIDE = "TensorFlow tutorial: Load CSV data"
EXPLAINS = ()


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        column = fit.train.label_column
        # In windows of a series it is a question of where the window ends, and told so.
        if column is not None and fit.train.windows is None:
            return Finding(
                line=_line(evidence, fit),
                about=fit.train.role,
                evidence=f"column {column} of the inputs is the label in every row that was looked at",
                change="take the target out of the columns that the network is given",
            )
    return None


def _line(evidence: Evidence, fit: Fit) -> int:
    """Where the inputs got their name, else the fit."""
    call = call_at(evidence.source, fit.line, "fit")
    inputs = given(call, "x", 0) if call is not None else None
    if not isinstance(inputs, ast.Name):
        return fit.line
    value = assigned_value(evidence.source, inputs.id, before=fit.line)
    return value.lineno if value is not None else fit.line
