"""
Validation data are at hand, and training never looks at them.

## Why it hurts
The training loss falls even while the model only learns its examples by heart. Without a look at other
examples after each epoch nobody sees when that begins, and nothing can stop in time or keep the best epoch.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(0, 1, 32, dtype="float32").reshape(32, 1)
    data = tf.data.Dataset.from_tensor_slices((inputs, 2 * inputs)).shuffle(32, reshuffle_each_iteration=False)
    training_data = data.skip(8).batch(8)
    validation_data = data.take(8).batch(8)

    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(training_data, epochs=2, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(0, 1, 32, dtype="float32").reshape(32, 1)
    data = tf.data.Dataset.from_tensor_slices((inputs, 2 * inputs)).shuffle(32, reshuffle_each_iteration=False)
    training_data = data.skip(8).batch(8)
    validation_data = data.take(8).batch(8)

    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(training_data, validation_data=validation_data, epochs=2, verbose=0)
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.callbacks import is_validated
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.WARNING
SKILLS = ("model-10", "model-11", "data-6")
GUIDE = "TensorFlow guide: Training and evaluation with the built-in methods"
EXPLAINS = ()

# Names of data, not of results such as val_loss, and not the plain "val" of a loop.
_VALIDATION = re.compile(
    r"^(x|y|inputs|labels|images|texts)_(val|valid|validation)$|^validation$"
    r"|^(val|valid|validation)_(x|y|ds|data|dataset|set|split|generator|gen|df|"
    r"inputs|targets|images|pictures|texts|labels|features)$",
    re.IGNORECASE,
)


def match(evidence: Evidence) -> Finding | None:
    unused = next(_never_read(evidence.source), "")
    if not unused or not evidence.fits or any(is_validated(fit) for fit in evidence.fits):
        return None
    fit = evidence.fits[-1]
    return Finding(
        line=fit.line,
        about=unused,
        evidence=f"{unused} is there and nothing reads it: fit in line {fit.line} got no validation data",
        change=f"validation_data={unused}",
    )


def _never_read(source: Source) -> Iterator[str]:
    """Names of validation data that the program takes or makes, and never looks at."""
    names = source.all(ast.Name)
    read = {node.id for node in names if isinstance(node.ctx, ast.Load)}
    made = [node.id for node in names if isinstance(node.ctx, ast.Store)]
    taken = [a.arg for function in source.functions() for a in function.args.args]
    for name in [*taken, *made]:
        if _VALIDATION.search(name) and name not in read:
            yield name
