"""
A name is written a little otherwise than what it should mean.

## Why it hurts
Python knows `Conv2D` and not `Conv2d`, `X_train` and not `x_train`: one letter, or its case, and the program stops
where the name is used.

## Example
    import keras

    model = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Conv2d(16, 3, activation="relu"),
            keras.layers.Flatten(),
            keras.layers.Dense(10),
        ]
    )

## Instead
    import keras

    model = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Conv2D(16, 3, activation="relu"),
            keras.layers.Flatten(),
            keras.layers.Dense(10),
        ]
    )
"""

from etude.diagnoses.absent import absent
from etude.diagnoses.evidence import Evidence
from etude.domain.error import Missing
from etude.domain.finding import Finding, Severity
from etude.domain.modules import public

SEVERITY = Severity.ERROR
SKILLS = ("dev-2", "dev-1", "dev-3")
GUIDE = "Keras API: Keras layers API"
EXPLAINS = ()

_KINDS = ("name", "attribute", "module")


def match(evidence: Evidence) -> Finding | None:
    found = absent(evidence, *_KINDS)
    if found is None or not found[1].nearest:
        return None
    error, missing = found
    return Finding(
        line=error.line,
        about=missing.name,
        evidence=f"{_said(missing)}; there is {missing.nearest}",
        change=f"write {missing.nearest}",
    )


def _said(missing: Missing) -> str:
    if missing.kind == "name":
        return f"nothing is called {missing.name} here"
    if not missing.of:
        return f"no library {missing.name} is installed"
    return f"{public(missing.of)} has no {missing.name}"
