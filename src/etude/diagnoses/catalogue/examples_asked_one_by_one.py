"""
A model is trained or asked with one example at a time, by `fit` or `predict` in a loop.

## Why it hurts
Each call of `fit` and `predict` prepares a data set, callbacks and a progress bar, which takes some hundredths of a second
whatever it is given: for one small example a thousand times what the network itself needs. Memory grows as well where
such calls are many. A batch costs nearly the same as one example; for single ones, call the model itself.

## Example
    import keras
    import numpy as np

    states = np.random.default_rng(0).normal(size=(16, 3)).astype("float32")
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])

    for state in states:
        print(model.predict(state[None], verbose=0).argmax())

## Instead
    import keras
    import numpy as np

    states = np.random.default_rng(0).normal(size=(16, 3)).astype("float32")
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])

    for answer in model.predict(states, verbose=0):
        print(answer.argmax())
"""

from collections import Counter

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data

SEVERITY = Severity.PERFORMANCE
SKILLS = ("train-1", "model-13", "dev-3")
GUIDE = "Keras FAQ: What's the difference between Model methods predict() and __call__()?"
EXPLAINS = ()

# A few may be a check or a demonstration.
_FEWEST = 15


def match(evidence: Evidence) -> Finding | None:
    asked = [
        (call.name.removeprefix("Model."), call.line)
        for call in evidence.calls_of("Model.predict")
        if call.data is not None and _is_one(call.data)
    ]
    learned = [("fit", fit.line) for fit in evidence.fits if _is_one(fit.train)]
    for (name, line), times in Counter([*learned, *asked]).most_common(1):
        if times >= _FEWEST:
            return Finding(
                line=line,
                evidence=f"{name} in line {line} was called {times} times and more, with one example each time",
                change="collect the examples and give them as one batch; to ask about a single one, "
                "model(x, training=False) is faster",
            )
    return None


def _is_one(data: Data) -> bool:
    return data.kind == "arrays" and data.cardinality == 1
