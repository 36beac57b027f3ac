"""
The test data choose the epoch to keep, and then judge it.

## Why it hurts
Early stopping and "save the best" pick, of many epochs, the one that happens to do best on the data they are
given. On those very data its score is a little too good: part of it is luck. A test says something only when
nothing has been chosen by it.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x_train, x_test = rng.normal(size=(80, 4)), rng.normal(size=(20, 4))
    y_train, y_test = x_train[:, :1], x_test[:, :1]

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(
        x_train,
        y_train,
        validation_data=(x_test, y_test),
        epochs=2,
        callbacks=[keras.callbacks.EarlyStopping(patience=3, restore_best_weights=True)],
        verbose=0,
    )
    print("test loss", model.evaluate(x_test, y_test, verbose=0))

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x_train, x_test = rng.normal(size=(80, 4)), rng.normal(size=(20, 4))
    y_train, y_test = x_train[:, :1], x_test[:, :1]

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(
        x_train[16:],
        y_train[16:],
        validation_data=(x_train[:16], y_train[:16]),
        epochs=2,
        callbacks=[keras.callbacks.EarlyStopping(patience=3, restore_best_weights=True)],
        verbose=0,
    )
    print("test loss", model.evaluate(x_test, y_test, verbose=0))
"""

import ast

from etude.diagnoses.callbacks import callbacks_of, fit_argument_line, watches
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import given, names_in
from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Callback, Fit

SEVERITY = Severity.WARNING
SKILLS = ("data-6", "model-11", "model-12")
GUIDE = "TensorFlow tutorial: Overfit and underfit"
EXPLAINS = ()

_CHOOSING = ("EarlyStopping", "ModelCheckpoint")
_VALIDATION_POSITION = 7  # fit(x, y, batch_size, epochs, verbose, callbacks, split, data)


def match(evidence: Evidence) -> Finding | None:
    for fit, callback in callbacks_of(evidence.fits, *_CHOOSING):
        names = _test_names(evidence.source, fit)
        if not names or not _chooses(callback):
            continue
        line = _evaluated(evidence, names, after=fit.line)
        if line:
            return Finding(
                line=fit_argument_line(evidence.source, fit, "validation_data"),
                about=min(names),
                evidence=f"{callback.kind} in line {callback.line} chooses by {_told(names)}, and line "
                f"{line} judges the model by the same",
                change="hold back a part of the training data for validation, and keep the test data "
                "for the end",
            )
    return None


def _chooses(callback: Callback) -> bool:
    by = str(callback.options.get("monitor", ""))
    return watches(callback) and by.startswith("val_")


def _test_names(source: Source, fit: Fit) -> set[str]:
    """Names in ``validation_data`` that say that they are for testing."""
    call = call_at(source, fit.line, "fit")
    node = given(call, "validation_data", _VALIDATION_POSITION) if call else None
    return {name for name in names_in(node) if _says_test(name)} if node is not None else set()


def _says_test(name: str) -> bool:
    words = name.lower().split("_")
    return "test" in words or name.lower().startswith("test") or name.lower().endswith("test")


def _evaluated(evidence: Evidence, names: set[str], *, after: int) -> int:
    """The line of an ``evaluate`` of these names; 0 without one."""
    for call in evidence.calls_of("Model.evaluate"):
        node = call_at(evidence.source, call.line, "evaluate")
        if node is not None and call.line > after and names & names_in(*_inputs(node)):
            return call.line
    return 0


def _inputs(call: ast.Call) -> list[ast.expr]:
    return [node for node in (given(call, "x", 0), given(call, "y", 1)) if node is not None]


def _told(names: set[str]) -> str:
    return " and ".join(sorted(names))
