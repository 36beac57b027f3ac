"""
The table that the network learns from holds the answer.

## Why it hurts
One column of the inputs is the very value to be predicted. The network has but to copy it: the error goes to nearly zero
in training and in validation alike, and the model is of no use, because when it is needed the answer is not known yet.
It happens when a table is passed on whole after the target was read from it.

## Example
    import keras
    import numpy as np

    lines = [f"{width} {height} {width * height}" for width in range(8) for height in range(8)]
    table = np.loadtxt(lines, dtype="float32")
    target = table[:, 2]

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(table, target, verbose=0)

## Instead
    import keras
    import numpy as np

    lines = [f"{width} {height} {width * height}" for width in range(8) for height in range(8)]
    table = np.loadtxt(lines, dtype="float32")
    target = table[:, 2]

    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(table[:, :2], target, verbose=0)
"""

import ast

from etude.diagnoses.asked import LABELS, behind_learned
from etude.diagnoses.columns import is_given_column, shifted_by
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, root
from etude.diagnoses.origins import inputs_given
from etude.diagnoses.series import assigned_value
from etude.diagnoses.source import Source, dotted_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("data-6", "model-1", "dev-3")
GUIDE = "TensorFlow tutorial: Load CSV data"
EXPLAINS = ()

_OUT = "take the target out of the columns that the network is given"
_LATER = "shift the other way: shift(-1) brings the next row's value to each row, shift(1) the last one's"
_MADE_UP = (
    *("normal", "uniform", "random", "rand", "randn", "integers", "randint"),
    *("ones", "zeros", "arange", "linspace"),
)
_MOST_STEPS = 4  # from x_train through x to where it was made


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        column = fit.train.label_column
        # In windows of a series it is a question of where the window ends, and told so.
        known = column is not None and fit.train.windows is None
        if known and not _is_made_up(evidence.source, fit):
            shifted = _shifted_line(evidence.source, fit)
            return Finding(
                line=shifted or _line(evidence, fit),
                about=fit.train.role,
                evidence=f"column {column} of the inputs is the label in every row that was looked at",
                change=_LATER if shifted else _OUT,
            )
    return None


def _shifted_line(source: Source, fit: Fit) -> int:
    """Where labels are made of earlier rows, ``frame["close"].shift(1)``; 0 when they are not."""
    for node in behind_learned(source, fit, LABELS):
        if isinstance(node, ast.Call) and (steps := shifted_by(node)) is not None and steps > 0:
            return node.lineno
    return 0


def _is_made_up(source: Source, fit: Fit) -> bool:
    """Whether the inputs are random or constant: then a column of them is a target to try things on."""
    if any(is_given_column(source, node) for node in behind_learned(source, fit, LABELS)):
        return False  # made of the inputs, and put among them
    name = root(inputs_given(source, fit.line, "fit") or ast.Constant(None))
    for _ in range(_MOST_STEPS):
        value = assigned_value(source, name, before=fit.line)
        if value is None:
            return False
        if any(dotted_name(call.func).endswith(_MADE_UP) for call in calls_in(value)):
            return True
        name = _made_of(value)
    return False


def _made_of(value: ast.expr) -> str:
    """The name that a value begins with; of slices of (inputs, labels) the inputs."""
    for call in calls_in(value):
        if dotted_name(call.func).endswith("from_tensor_slices") and call.args:
            parts = call.args[0]
            return root(parts.elts[0] if isinstance(parts, ast.Tuple) and parts.elts else parts)
    return root(value)


def _line(evidence: Evidence, fit: Fit) -> int:
    """Where the inputs got their name, else the fit."""
    inputs = inputs_given(evidence.source, fit.line, "fit")
    name = root(inputs) if inputs is not None else ""
    value = assigned_value(evidence.source, name, before=fit.line)
    return value.lineno if value is not None else fit.line
