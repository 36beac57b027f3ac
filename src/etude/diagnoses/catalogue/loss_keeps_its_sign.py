"""
The loss is a difference with its sign: it falls below zero without end as the outputs grow.

## Why it hurts
An optimizer makes the loss as small as it can. A mean of `labels - outputs` has no lowest value: the larger the outputs,
the smaller it gets, and the labels play no part in its gradient. The loss looks better every epoch while the outputs
leave the labels further and further behind. An error has to lose its sign first, as `abs` or `square` do it.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(64, 3)).astype("float32")
    targets = inputs.sum(axis=1, keepdims=True)

    def error(y_true, y_pred):
        return tf.reduce_mean(y_true - y_pred)

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss=error)
    model.fit(inputs, targets, epochs=5, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(64, 3)).astype("float32")
    targets = inputs.sum(axis=1, keepdims=True)

    def error(y_true, y_pred):
        return tf.reduce_mean(tf.abs(y_true - y_pred))

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss=error)
    model.fit(inputs, targets, epochs=5, verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import value_of
from etude.diagnoses.own_measures import loss_functions
from etude.diagnoses.signs import signs
from etude.diagnoses.source import Source
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("train-2", "model-8", "dev-3")
GUIDE = "Keras API: Losses"
EXPLAINS = (*NUMBERS_GONE_WRONG, "errors_cancel_out")


def match(evidence: Evidence) -> Finding | None:
    # A factor may undo the sign, as in the pinball loss; such a loss stays above 0.
    lowest = min((loss for fit in evidence.fits for loss in fit.series("loss")), default=0.0)
    if lowest >= 0:
        return None
    for function in loss_functions(evidence.source):
        for labels, outputs, line in _differences(evidence.source, function):
            return Finding(
                line=line,
                about=function.name,
                evidence=f"{function.name} takes the mean of {labels} and {outputs} with opposite signs, and came down "
                f"to {lowest:.4g}",
                change=f"take the sign away before the mean: tf.abs({labels} - {outputs}), or its square",
            )
    return None


def _differences(source: Source, function: ast.FunctionDef) -> Iterator[tuple[str, str, int]]:
    """The names of labels and outputs, and where one is taken from the other in what is returned."""
    names = [one.arg for one in function.args.args if one.arg != "self"][:2]
    returned = [n.value for n in ast.walk(function) if isinstance(n, ast.Return)]
    for value in returned if len(names) == 2 else ():
        terms = list(_terms(source, function, value)) if value is not None else []
        seen = {term.id: (sign, term.lineno) for term, sign in terms if isinstance(term, ast.Name)}
        if len(terms) == 2 and all(name in seen for name in names):
            (one, line), (other, _) = (seen[name] for name in names)
            if one == -other:
                yield names[0], names[1], line


def _terms(
    source: Source, function: ast.FunctionDef, value: ast.expr, sign: int = 1
) -> Iterator[tuple[ast.expr, int]]:
    """The terms of a sum, with what names of the function were given in their place."""
    for term, its_sign in signs(value, sign):
        given = (
            value_of(source, term.id, before=term.lineno) if isinstance(term, ast.Name) else None
        )
        inside = given is not None and function.lineno < given.lineno
        # A name given anew from itself, as in y_true = tf.cast(y_true, ...), is that argument.
        if inside and given is not None and not _is_of(given, term):
            yield from _terms(source, function, given, its_sign)
        else:
            yield term, its_sign


def _is_of(value: ast.expr, name: ast.expr) -> bool:
    wanted = name.id if isinstance(name, ast.Name) else ""
    return any(isinstance(node, ast.Name) and node.id == wanted for node in ast.walk(value))
