"""
A function is called where the function itself is wanted.

## Why it hurts
`LearningRateScheduler(schedule)` hands the function over, and Keras calls it at each epoch. With brackets behind it the
function runs once, here, and Keras gets what it returned: a number, a tensor or None, which cannot be called.

## Example
    import keras
    import numpy as np

    def schedule(epoch):
        return 0.01 if epoch < 5 else 0.001

    features, labels = np.zeros((32, 4), "float32"), np.zeros((32, 1), "float32")
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    callback = keras.callbacks.LearningRateScheduler(schedule(0))
    model.fit(features, labels, callbacks=[callback], verbose=0)

## Instead
    import keras
    import numpy as np

    def schedule(epoch):
        return 0.01 if epoch < 5 else 0.001

    features, labels = np.zeros((32, 4), "float32"), np.zeros((32, 1), "float32")
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    callback = keras.callbacks.LearningRateScheduler(schedule)
    model.fit(features, labels, callbacks=[callback], verbose=0)
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import function_of, value_of
from etude.diagnoses.source import Source, dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-12", "dev-3")
GUIDE = "Keras API: LearningRateScheduler"
EXPLAINS = ("value_given_for_function",)

_NO_FUNCTION = re.compile(r"'(?P<kind>\w+)' object is not callable|must be a (?:Python )?callable")
_FRAMEWORKS = ("keras", "tensorflow")
# What calls a function of the learner's later on -> where it is given.
_CALLS_LATER = {
    "LearningRateScheduler": ("schedule",),
    "LambdaCallback": ("on_epoch_begin", "on_epoch_end", "on_train_begin", "on_train_end"),
    "Lambda": ("function",),
    "from_generator": ("generator",),
    "map": ("map_func",),
    "filter": ("predicate",),
    "ImageDataGenerator": ("preprocessing_function",),
}


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or not error.raised_by.startswith(_FRAMEWORKS):
        return None
    refused = _NO_FUNCTION.search(error.message)
    called, taker = next(_called(evidence.source), (None, "")) if refused else (None, "")
    if refused is None or called is None:
        return None
    name, kind = dotted_name(called.func), refused["kind"]
    return Finding(
        line=called.lineno,
        evidence=f"line {called.lineno} calls {name} at once, and {taker} gets what it returned"
        + (f", a {kind}" if kind else ""),
        change=f"hand over the function itself, without brackets: {taker}({name})",
        about=name,
    )


def _called(source: Source) -> Iterator[tuple[ast.Call, str]]:
    """Calls of functions of this file whose results are given as functions, and to what."""
    for taker, names in _CALLS_LATER.items():
        for call in source.calls(taker):
            given = [keyword.value for keyword in call.keywords if keyword.arg in names]
            for node in [*call.args[:1], *given]:
                value = _value(source, node)
                if isinstance(value, ast.Call) and function_of(source, value.func) is not None:
                    yield value, taker


def _value(source: Source, node: ast.expr) -> ast.expr | None:
    return value_of(source, node.id, before=node.lineno) if isinstance(node, ast.Name) else node
