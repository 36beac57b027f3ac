"""
A training is taken up again, and its epochs are counted from zero.

## Why it hurts
What an earlier run has learned is loaded, and then all epochs are trained again on top of it: a run that
stopped after 8 of 10 epochs ends with 18. It overfits, a schedule of learning rates begins at its top once more,
and two runs that were stopped at different times can no longer be compared.

## Example
    import os
    import keras
    import numpy as np

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    EPOCHS = 2

    for run in range(2):
        model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
        model.compile(optimizer="sgd", loss="mse")
        if os.path.exists("last.weights.h5"):
            model.load_weights("last.weights.h5")
        model.fit(inputs, 2 * inputs, epochs=EPOCHS, verbose=0)
        model.save_weights("last.weights.h5")

## Instead
    import os
    import keras
    import numpy as np

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    EPOCHS = 2

    for run in range(2):
        model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
        model.compile(optimizer="sgd", loss="mse")
        keep = keras.callbacks.BackupAndRestore("backup", delete_checkpoint=False)
        model.fit(inputs, 2 * inputs, epochs=EPOCHS, callbacks=[keep], verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in
from etude.diagnoses.resuming import taken_up
from etude.diagnoses.source import Source, dotted_name, last_name
from etude.domain.finding import Finding, Severity

# Whoever wants ten more epochs in every run is right.
SEVERITY = Severity.WARNING
SKILLS = ("train-8", "model-12")
GUIDE = "Keras API: BackupAndRestore callback; fit (initial_epoch)"
EXPLAINS = ()

_SAVES = ("save", "save_weights", "write")
_COUNTS = ("BackupAndRestore", "initial_epoch")
_ADVANCES = "assign_add"


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    loaded = taken_up(source)
    if loaded is None or any(word in source.text for word in _COUNTS):
        return None
    if any(fit.arguments.get("initial_epoch") for fit in evidence.fits):
        return None
    line = next(_from_the_start(source, loaded.lineno), 0)
    if not line:
        return None
    return Finding(
        line=line,
        evidence=f"line {loaded.lineno} loads what an earlier run has learned, and line {line} trains "
        "all epochs once more",
        change="keep the number of finished epochs, and begin there: fit(..., initial_epoch=done), or "
        "range(done, epochs)",
    )


def _from_the_start(source: Source, after: int) -> Iterator[int]:
    """Lines that train for a number of epochs as it stands, below what was loaded."""
    for call in source.calls("fit"):
        epochs = next((word.value for word in call.keywords if word.arg == "epochs"), None)
        if call.lineno > after and isinstance(epochs, ast.Name | ast.Constant):
            yield call.lineno
    for node in source.nodes:
        if isinstance(node, ast.For) and node.lineno > after and _is_training(node):
            yield node.lineno


def _is_training(loop: ast.For) -> bool:
    """Whether it counts from zero and saves something as it goes; what advances a counter of its own,
    which the checkpoint may hold, adds so many steps in every run, as is wanted of it.
    """
    inside = {_last(call) for call in calls_in(loop)}
    return _counts_from_zero(loop.iter) and bool(inside & set(_SAVES)) and _ADVANCES not in inside


def _counts_from_zero(steps: ast.expr) -> bool:
    return (
        isinstance(steps, ast.Call)
        and dotted_name(steps.func) == "range"
        and len(steps.args) == 1
        and isinstance(steps.args[0], ast.Name | ast.Constant)
    )


def _last(call: ast.Call) -> str:
    return last_name(call.func)
