"""
A loss takes the logarithm of outputs that may be zero or below, and the result is no number.

## Why it hurts
The logarithm of 0 is minus infinity, that of a number below 0 does not exist. A sigmoid reaches 0 and 1 in
float32 sooner than one thinks, and a layer without an activation gives any number. One such example is enough:
the mean of the batch becomes NaN, then the gradients, then every weight.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(64, 3)).astype("float32")
    targets = np.exp(inputs[:, :1])


    def measure(targets, outputs):
        return tf.reduce_mean(tf.square(tf.math.log(outputs) - tf.math.log(targets)))


    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss=measure)
    model.fit(inputs, targets, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(64, 3)).astype("float32")
    targets = np.exp(inputs[:, :1])


    def measure(targets, outputs):
        return tf.reduce_mean(tf.square(tf.math.log(outputs) - tf.math.log(targets)))


    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1, activation="softplus")])
    model.compile(optimizer="adam", loss=measure)
    model.fit(inputs, targets, verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, names_in
from etude.diagnoses.own_measures import is_spoilt, loss_functions, made_of
from etude.diagnoses.source import call_line, dotted_name, last_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("train-2", "train-5", "dev-3")
GUIDE = "TensorFlow API: tf.math.log, tf.clip_by_value, tf.math.softplus"
EXPLAINS = ("nan_loss",)

_LOGS = ("log", "log1p", "log2", "log10")
# Whoever writes one of these has thought of it.
_KEEPS_ABOVE_ZERO = ("clip", "maximum", "softplus", "exp(", "abs(", "epsilon", "eps", "e-", "relu")


def match(evidence: Evidence) -> Finding | None:
    if not any(is_spoilt(fit) for fit in evidence.trainings):
        return None
    for function in loss_functions(evidence.source):
        for log in _of_outputs(function):
            told = ast.unparse(log)
            return Finding(
                line=call_line(log),
                evidence=f"{function.name} takes `{told}`, nothing keeps its argument above zero, and the loss "
                "became NaN",
                change="clip probabilities, tf.clip_by_value(p, 1e-7, 1 - 1e-7); let a layer that must be "
                'positive end in activation="softplus"; or take a loss of Keras, from_logits=True',
                about=function.name,
            )
    return None


def _of_outputs(function: ast.FunctionDef) -> Iterator[ast.Call]:
    """Logarithms of what is made of the second parameter, with nothing to keep it above zero."""
    parameters = [one.arg for one in function.args.args if one.arg != "self"]
    for log in calls_in(function):
        if last_name(log.func) in _LOGS and len(parameters) > 1:
            parts = made_of(log.args[:1], function)
            text = " ".join(ast.unparse(part) for part in parts).replace(dotted_name(log.func), "")
            if parameters[1] in names_in(*parts) and not _is_kept(text):
                yield log


def _is_kept(text: str) -> bool:
    return any(word in text.lower() for word in _KEEPS_ABOVE_ZERO)
