"""
A callback was made, and fit was never given it.

## Why it hurts
A callback does nothing by itself: only those in the list that `fit` gets are asked after every epoch. Without
them training runs through all epochs, nothing is saved, and no error says why.

## Example
    import keras
    import numpy as np

    inputs = np.linspace(0, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    stop = keras.callbacks.EarlyStopping(monitor="loss", patience=2)
    model.fit(inputs, 2 * inputs, epochs=2, verbose=0)

## Instead
    import keras
    import numpy as np

    inputs = np.linspace(0, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    stop = keras.callbacks.EarlyStopping(monitor="loss", patience=2)
    model.fit(inputs, 2 * inputs, epochs=2, callbacks=[stop], verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import function_around
from etude.diagnoses.source import Source
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call, Fit

SEVERITY = Severity.SILENT
SKILLS = ("model-12", "dev-3")
GUIDE = "TensorFlow guide: Writing your own callbacks"
EXPLAINS = ("best_weights_not_kept", "overfits", "trained_too_short", "file_not_found")

# Who drives callbacks without fit uses one of these.
_OTHER_USES = ("CallbackList", "set_model", "on_epoch_end", "on_train_begin", "evaluate", "predict")


def match(evidence: Evidence) -> Finding | None:
    passed = {callback.key for fit in evidence.fits for callback in fit.callbacks}
    passed_lines = {callback.line for fit in evidence.fits for callback in fit.callbacks}
    left = [
        call
        for call in evidence.calls_of("callback")
        if call.arguments["key"] not in passed and call.line not in passed_lines
    ]
    if not left or not evidence.fits or _is_used_elsewhere(evidence.source):
        return None
    if not all(fit.finished for fit in evidence.fits):
        return None  # it may have been meant for a training that never came
    fit = _fit_beside(left[0], evidence)
    names = " and ".join(dict.fromkeys(call.arguments["class"] for call in left))
    given = ", ".join(callback.kind for callback in fit.callbacks)
    return Finding(
        line=fit.line,
        about=names,
        evidence=f"{names} made in line {left[0].line}; fit in line {fit.line} got "
        f"{'only ' + given if given else 'no callbacks'}",
        change="pass it: callbacks=[...]" if len(left) == 1 else "pass them: callbacks=[...]",
    )


def _fit_beside(made: Call, evidence: Evidence) -> Fit:
    """The training in the same function, else the last."""
    around = function_around(evidence.source, made.line)
    for fit in evidence.fits:
        if around and around.lineno <= fit.line <= (around.end_lineno or 0):
            return fit
    return evidence.fits[-1]


def _is_used_elsewhere(source: Source) -> bool:
    for name in _OTHER_USES:
        for call in source.calls(name):
            if name not in ("evaluate", "predict") or _has_callbacks(call):
                return True
    return False


def _has_callbacks(call: ast.Call) -> bool:
    return any(keyword.arg == "callbacks" for keyword in call.keywords)
