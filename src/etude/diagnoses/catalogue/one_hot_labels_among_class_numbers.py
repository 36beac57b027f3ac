"""
A measure of scikit-learn is given one-hot rows on one side and class numbers on the other.

## Why it hurts
`to_categorical` turns class 2 of five into [0, 0, 1, 0, 0], and `argmax` turns a row of probabilities back into 2.
scikit-learn takes rows of zeros and ones for several labels at once, "multilabel-indicator", and does not compare them with
numbers. Both sides have to be class numbers.

## Example
    import keras
    import numpy as np

    def accuracy_score(y_true, y_pred):  # as scikit-learn does
        if y_true.ndim != y_pred.ndim:
            raise ValueError(
                "Classification metrics can't handle a mix of multilabel-indicator and multiclass targets"
            )
        return np.mean(y_true == y_pred)

    x = np.random.default_rng(0).normal(size=(60, 4)).astype("float32")
    labels = keras.utils.to_categorical(np.arange(60) % 3)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="categorical_crossentropy")
    model.fit(x, labels, epochs=2, verbose=0)
    decided = model.predict(x, verbose=0).argmax(axis=1)
    print(accuracy_score(labels, decided))

## Instead
    import keras
    import numpy as np

    def accuracy_score(y_true, y_pred):  # as scikit-learn does
        if y_true.ndim != y_pred.ndim:
            raise ValueError(
                "Classification metrics can't handle a mix of multilabel-indicator and multiclass targets"
            )
        return np.mean(y_true == y_pred)

    x = np.random.default_rng(0).normal(size=(60, 4)).astype("float32")
    labels = keras.utils.to_categorical(np.arange(60) % 3)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="categorical_crossentropy")
    model.fit(x, labels, epochs=2, verbose=0)
    decided = model.predict(x, verbose=0).argmax(axis=1)
    print(accuracy_score(labels.argmax(axis=1), decided))
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, spans
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-13", "dev-3")
GUIDE = "Keras API: NumPy utilities, to_categorical"
EXPLAINS = ()

_ROWS = "multilabel-indicator"
# scikit-learn names the kind of the labels first, then that of what was predicted.
_MIX = re.compile(r"can't handle a mix of (?P<true>[\w-]+) and (?P<predicted>[\w-]+) targets")
_NUMBERS = ("multiclass", "binary")
_COMPARED = 2


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    mix = _MIX.search(error.message) if error is not None else None
    if error is None or mix is None or {mix["true"], mix["predicted"]}.isdisjoint(_NUMBERS):
        return None
    sides = [mix["true"], mix["predicted"]]
    if _ROWS not in sides:
        return None
    rows, numbers = _named(evidence, sides.index(_ROWS))
    return Finding(
        line=_line(evidence),
        evidence=f"{rows} has a row of zeros and ones for each example, and {numbers} one class number",
        change=f"compare class numbers: np.argmax({rows}, axis=1) in place of {rows}",
        about=rows,
    )


def _line(evidence: Evidence) -> int:
    """Where the measure is called, inside functions of the program too."""
    return evidence.error.line if evidence.error is not None else 0


def _named(evidence: Evidence, place: int) -> tuple[str, str]:
    """How the program writes the rows and the numbers."""
    written = _arguments(evidence.source, _line(evidence))
    if written is None:
        return ("y_true", "y_pred") if place == 0 else ("y_pred", "y_true")
    return written[place], written[1 - place]


def _arguments(source: Source, line: int) -> tuple[str, str] | None:
    for call in source.all(ast.Call):
        if spans(call, line):
            plain = [arg for arg in call.args if isinstance(arg, ast.Name | ast.Attribute)]
            if len(plain) == _COMPARED == len(call.args[:_COMPARED]):
                return ast.unparse(plain[0]), ast.unparse(plain[1])
    return None
