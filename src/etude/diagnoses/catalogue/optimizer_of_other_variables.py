"""
An optimizer is used for weights that it was not made for.

## Why it hurts
An optimizer keeps numbers of its own for every weight: momentum, averages of gradients. It sets them up for
the weights it first sees and refuses others. That happens when one optimizer object is given to a second
model, and in a loop of one's own after layers were unfrozen.

## Example
    import keras
    import numpy as np

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    optimizer = keras.optimizers.Adam(0.01)
    for units in (2, 4):
        model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
        model.compile(optimizer=optimizer, loss="mse")
        model.fit(inputs, 2 * inputs, verbose=0)

## Instead
    import keras
    import numpy as np

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    for units in (2, 4):
        model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
        model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
        model.fit(inputs, 2 * inputs, verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-9", "model-14", "train-1")
GUIDE = "Keras API: Optimizers"
EXPLAINS = ()

_REFUSED = ("unknown variable", "optimizer")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or error.type not in ("ValueError", "KeyError"):
        return None
    text = error.message.lower()
    if not all(word in text for word in _REFUSED):
        return None
    made = _made(evidence)
    others = len({fit.model.key for fit in evidence.fits})
    seen = f"the optimizer of line {made}" if made else "the optimizer"
    why = "a second model" if others > 1 else "weights that were not among those it first saw"
    return Finding(
        line=made or error.line,
        evidence=f"{seen} is given {why} in line {error.line}",
        change="make a new optimizer for each model, and after layers were unfrozen",
    )


def _made(evidence: Evidence) -> int:
    """Line of the only optimizer object; 0 when there are several."""
    made = [
        node.lineno
        for node in evidence.source.nodes
        if isinstance(node, ast.Call) and "optimizers" in dotted_name(node.func).split(".")[:-1]
    ]
    return made[0] if len(made) == 1 else 0
