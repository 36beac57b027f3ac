"""
`steps_per_epoch` is the number of examples, and the generator gives batches of them.

## Why it hurts
A step is a batch. With batches of 32, as many steps as there are examples go through the data 32 times before `fit`
calls it an epoch: each epoch takes 32 times as long, five of them are 160, and what happens once an epoch (validation,
EarlyStopping, a falling learning rate, a checkpoint) comes 32 times too rarely. Nothing says so, since a generator that
begins again by itself never runs out.

## Example
    import keras
    import numpy as np

    rows = np.random.default_rng(0).normal(size=(96, 3)).astype("float32")

    def batches(rows, size):
        while True:
            for start in range(0, len(rows), size):
                yield rows[start : start + size], rows[start : start + size, :1]

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(batches(rows, 16), steps_per_epoch=len(rows), epochs=1, verbose=0)

## Instead
    import math

    import keras
    import numpy as np

    rows = np.random.default_rng(0).normal(size=(96, 3)).astype("float32")

    def batches(rows, size):
        while True:
            for start in range(0, len(rows), size):
                yield rows[start : start + size], rows[start : start + size, :1]

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(batches(rows, 16), steps_per_epoch=math.ceil(len(rows) / 16), epochs=1, verbose=0)
"""

import ast

from etude.diagnoses.callbacks import fit_argument_line
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, counted_by, function_of, value_of
from etude.diagnoses.places import call_at, maker_of_data
from etude.diagnoses.source import Source, dotted_name, last_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

# Somebody may mean an epoch to be that long.
SEVERITY = Severity.WARNING
SKILLS = ("model-10", "data-7", "dev-3")
GUIDE = "TensorFlow guide: Training and evaluation with the built-in methods"
EXPLAINS = ()

_STEPS = "steps_per_epoch"
_DRAWS = ("choice", "randint", "integers", "sample")


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        steps = fit.arguments.get(_STEPS)
        counted = _counted(evidence.source, fit) if fit.batch_rows > 1 else ""
        if counted and isinstance(steps, int) and steps >= fit.batch_rows:
            return Finding(
                line=fit_argument_line(evidence.source, fit, _STEPS),
                about=counted,
                evidence=f"{_STEPS} is {steps}, the length of {counted}, and the generator gives {fit.batch_rows} of "
                f"them in a batch: an epoch goes {fit.batch_rows} times through them",
                change=f"{_STEPS}=math.ceil(len({counted}) / {fit.batch_rows}), and validation_steps alike where "
                "validation data come from a generator too",
            )
    return None


def _counted(source: Source, fit: Fit) -> str:
    """What the steps are the length of, where the generator cuts its batches from that; "" else."""
    call = call_at(source, fit.line, "fit")
    made = maker_of_data(source, fit.line, "fit")
    steps = next((k.value for k in call.keywords if k.arg == _STEPS), None) if call else None
    if isinstance(steps, ast.Name):
        steps = value_of(source, steps.id, before=fit.line)
    examples = counted_by(steps)
    name = dotted_name(examples) if examples is not None else ""
    function = function_of(source, made.func) if made is not None else None
    if not name or made is None or function is None:
        return ""
    handed = [*made.args, *(keyword.value for keyword in made.keywords), *ast.walk(function)]
    reaches = any(dotted_name(node) == name for node in handed)
    return name if reaches and _cuts(function) else ""


def _cuts(function: ast.AST) -> bool:
    """Whether it makes its batches of examples: of batches made elsewhere, steps are the length."""
    cut = [node.slice for node in ast.walk(function) if isinstance(node, ast.Subscript)]
    sliced = any(isinstance(one, ast.Slice) and one.lower and one.upper for one in cut)
    drawn = [last_name(call.func) for call in calls_in(function)]
    return sliced or any(name in _DRAWS for name in drawn)
