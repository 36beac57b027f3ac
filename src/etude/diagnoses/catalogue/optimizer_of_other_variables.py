"""
An optimizer is used for weights that it was not made for.

## Why it hurts
An optimizer keeps numbers of its own for every weight: momentum, averages of gradients. It sets them up for
the weights it first sees and refuses others. That happens when one optimizer object is given to a second
model, and in a loop of one's own after layers were unfrozen. The optimizer that Keras 3 makes for a model out
of an `.h5` file is set up for no weights at all, so that model has to be compiled again before it trains on.

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
from etude.domain.observations import Call

SEVERITY = Severity.ERROR
SKILLS = ("model-9", "model-14", "train-1")
GUIDE = "Keras API: Optimizers"
EXPLAINS = ()

_REFUSED = ("unknown variable", "optimizer")
_OLD = (".h5", ".hdf5")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or error.type not in ("ValueError", "KeyError"):
        return None
    text = error.message.lower()
    if not all(word in text for word in _REFUSED):
        return None
    if (read := _read_from_h5(evidence)) is not None:
        return _compile_again(read, error.line)
    made = _made(evidence, above=error.line)
    others = len({fit.model.key for fit in evidence.fits})
    seen = f"the optimizer of line {made}" if made else "the optimizer"
    why = "a second model" if others > 1 else "weights that were not among those it first saw"
    return Finding(
        line=made or error.line,
        evidence=f"{seen} is given {why} in line {error.line}",
        change="make a new optimizer for each model, and after layers were unfrozen",
    )


def _read_from_h5(evidence: Evidence) -> Call | None:
    """The call that read the model of the training that was refused from a file of the old format."""
    model = evidence.fits[-1].model if evidence.fits else None
    for call in evidence.calls_of("load_model"):
        path = str(call.arguments.get("filepath", ""))
        if model is not None and model.line == call.line and path.endswith(_OLD):
            return call
    return None


def _compile_again(read: Call, stopped: int) -> Finding:
    return Finding(
        line=read.line,
        evidence=f"the model that line {stopped} trains was read from {read.arguments['filepath']!r}, and "
        f"the optimizer that Keras makes for such a file knows none of its weights",
        change="compile the model again after reading it, or save it as .keras",
    )


def _made(evidence: Evidence, *, above: int) -> int:
    """Line of the only optimizer object so far; 0 when there are several."""
    made = [
        node.lineno
        for node in evidence.source.nodes
        if isinstance(node, ast.Call) and "optimizers" in dotted_name(node.func).split(".")[:-1]
    ]
    return made[0] if len(made) == 1 and made[0] <= above else 0
