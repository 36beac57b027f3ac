"""
Several predictions are drawn with dropout that `predict` has switched off.

## Why it hurts
Monte-Carlo dropout asks one network many times, each time with other units dropped, and reads the uncertainty
off the scatter of the answers. In a functional model Keras 3 overrides `Dropout(...)(x, training=True)`:
`predict` runs all layers as in inference, every answer is the same, and the scatter of 0 looks like certainty.
Calling the model itself, `model(x, training=True)`, keeps dropout on.

## Example
    import keras
    import numpy as np

    inputs = keras.Input((4,))
    hidden = keras.layers.Dense(16, activation="relu")(inputs)
    hidden = keras.layers.Dropout(0.5)(hidden, training=True)
    model = keras.Model(inputs, keras.layers.Dense(1)(hidden))

    points = np.ones((8, 4), dtype="float32")
    answers = np.stack([model.predict(points, verbose=0) for _ in range(5)])
    print(answers.std(axis=0))

## Instead
    import keras
    import numpy as np

    inputs = keras.Input((4,))
    hidden = keras.layers.Dense(16, activation="relu")(inputs)
    hidden = keras.layers.Dropout(0.5)(hidden)
    model = keras.Model(inputs, keras.layers.Dense(1)(hidden))

    points = np.ones((8, 4), dtype="float32")
    answers = np.stack([model(points, training=True) for _ in range(5)])
    print(answers.std(axis=0))
"""

import ast
from collections import Counter
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("model-13", "model-11")
GUIDE = "Keras API: Dropout layer"
EXPLAINS = ()

_DROPOUT = "Dropout"
_SEVERAL = 3


def match(evidence: Evidence) -> Finding | None:
    forced = next(_forced(evidence.source), None)
    asked = [
        (call.model.key, call.line)
        for call in evidence.calls_of("Model.predict")
        if call.model is not None and call.model.kind == "functional"
    ]
    (_, line), times = next(iter(Counter(asked).most_common(1)), (("", 0), 0))
    if forced is None or times < _SEVERAL:
        return None
    return Finding(
        line=line,
        evidence=f"predict in line {line} ran again and again for answers that differ, but it switches off "
        f"the dropout of line {forced.lineno} in spite of training=True: all answers are the same",
        change="call the model itself: model(inputs, training=True)",
    )


def _forced(source: Source) -> Iterator[ast.Call]:
    """Dropout layers that are called with ``training=True`` outside a class."""
    methods = {
        id(node) for d in source.nodes if isinstance(d, ast.ClassDef) for node in ast.walk(d)
    }
    for node in source.nodes:
        if (
            isinstance(node, ast.Call)
            and id(node) not in methods
            and isinstance(node.func, ast.Call)
        ):
            always = any(k.arg == "training" and _is_true(k.value) for k in node.keywords)
            if always and dotted_name(node.func.func).endswith(_DROPOUT):
                yield node


def _is_true(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is True
