"""
A loss, metric, optimizer or activation is asked for by a name that Keras does not know.

## Why it hurts
Names given as text are looked up, for a loss only when training begins. A slip of the pen then shows up far from
where it was written, without a word on what it should have been.

## Example
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_cross_entropy")
    model.fit(features, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(features, labels, verbose=0)
"""

import ast
import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import calls_around
from etude.diagnoses.source import Source, constant, last_name
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("dev-2", "model-8", "model-9")
GUIDE = "Keras API: Losses"
EXPLAINS = ()

_SAID = re.compile(
    r"Could not interpret (?P<what>loss|metric|optimizer|activation function|initializer"
    r"|regularizer|constraint) identifier: (?P<name>\w[^\n]*)"
)
_LOSSES = (
    "sparse_categorical_crossentropy categorical_crossentropy binary_crossentropy mse mae huber "
    "mean_squared_error mean_absolute_error mean_absolute_percentage_error log_cosh hinge "
    "kl_divergence poisson cosine_similarity mean_squared_logarithmic_error"
).split()
_ACTIVATIONS = "relu softmax sigmoid tanh linear elu selu gelu swish silu leaky_relu softplus"
_INITIALIZERS = "glorot_uniform glorot_normal he_normal he_uniform zeros ones random_normal"
_KNOWN: Mapping[str, Sequence[str]] = {
    "loss": _LOSSES,
    "metric": ["accuracy", "auc", "precision", "recall", "root_mean_squared_error", *_LOSSES],
    "optimizer": "adam sgd rmsprop adagrad adadelta adamax nadam adamw ftrl lion".split(),
    "activation function": _ACTIVATIONS.split(),
    "initializer": _INITIALIZERS.split(),
    "regularizer": ["l1", "l2", "l1_l2"],
    "constraint": ["max_norm", "non_neg", "unit_norm", "min_max_norm"],
}
_OBJECTS = {"f1": 'keras.metrics.F1Score(average="macro")', "r2": "keras.metrics.R2Score()"}
# A number alone, and what takes it.
_OF_NUMBERS = {
    "optimizer": "keras.optimizers.Adam({})",
    "regularizer": "keras.regularizers.L2({})",
    "constraint": "keras.constraints.MaxNorm({})",
    "initializer": "keras.initializers.Constant({})",
}
_SIMILAR = 0.6


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _SAID)
    if stopped is None:
        return None
    error, found = stopped
    what, name = found["what"], found["name"].strip()
    if not _is_told(name):
        return None
    if (
        what == "activation function"
        and name.isdecimal()
        and (twice := _second_size(evidence.source, error.line, name))
    ):
        return twice
    if name.replace(".", "", 1).isdecimal():
        return _of_number(evidence.source, error.line, what, name)
    return Finding(
        line=_line(evidence.source, name) or error.line,
        evidence=f'Keras knows no {what} "{name}"',
        change=_change(what, name),
        about=name,
    )


def _is_told(name: str) -> bool:
    """A word, a number, or a call in quotes; what is an object of a class is another mistake."""
    return bool(re.fullmatch(r"[\w. -]+|\w+\(.*\)", name))


def _second_size(source: Source, line: int, name: str) -> Finding | None:
    """``Dense(16, 8)``, where the second place is that of the activation."""
    for call in reversed(calls_around(source, line)):
        second = call.args[1] if len(call.args) > 1 else None
        if (
            second is not None
            and constant(second) == int(name)
            and constant(call.args[0]) is not None
        ):
            owner = last_name(call.func)
            size = ast.unparse(call.args[0])
            return Finding(
                line=second.lineno,
                about=owner,
                evidence=f"{owner} is given {name} in second place, where its activation stands",
                change=f"{owner}({size}): the size of the input it sees by itself; before the first layer keras.Input(({name},))",
            )
    return None


def _of_number(source: Source, line: int, what: str, number: str) -> Finding:
    calls = calls_around(source, line)
    written = [k.value for one in calls for k in one.keywords if str(constant(k.value)) == number]
    return Finding(
        line=written[0].lineno if written else line,
        about=number,
        evidence=f"the {what} is {number}, a number, and Keras wants the object that it belongs to",
        change=_OF_NUMBERS.get(what, f'the name of a {what}, such as "{_KNOWN[what][0]}"').format(
            number
        ),
    )


def _change(what: str, name: str) -> str:
    word, _, inside = name.partition("(")
    if inside:
        made = {"optimizer": f"keras.optimizers.{word.capitalize()}", "loss": "keras.losses"}
        return f"the object without quotes, such as {made.get(what, word)}({inside}"
    name = word
    known = next((made for word, made in _OBJECTS.items() if name.lower().startswith(word)), None)
    if known and what == "metric":
        return f"give it as an object: {known}"
    close = get_close_matches(name.lower(), _KNOWN[what], n=1, cutoff=_SIMILAR)
    if close:
        return f'"{close[0]}"'
    return f"one of {', '.join(_KNOWN[what][:6])}, ...; or the object itself in place of its name"


def _line(source: Source, name: str) -> int:
    """Where the name is written as text; 0 when it is not."""
    found = [
        node.lineno
        for node in source.nodes
        if isinstance(node, ast.Constant) and node.value == name
    ]
    return found[-1] if found else 0
