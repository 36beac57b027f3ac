"""
A loss divides the error by the prediction, so large predictions cost less than right ones.

## Why it hurts
Training makes the loss small in any way it can. Where the squared or absolute error is divided by the prediction, it
also shrinks when the prediction grows: ten times too much costs no more than nearly nothing, and near zero the
loss is a wall that sends the weights far away. A relative error is relative to the truth.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    keras.utils.set_random_seed(0)
    inputs = np.linspace(0.1, 1.0, 200, dtype="float32").reshape(-1, 1)


    def relative_error(y_true, y_pred):
        return tf.reduce_mean(tf.square(y_true - y_pred) / tf.square(y_pred), axis=-1)


    start = keras.initializers.Constant(9)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, bias_initializer=start)])
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss=relative_error)
    model.fit(inputs, inputs, epochs=4, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    keras.utils.set_random_seed(0)
    inputs = np.linspace(0.1, 1.0, 200, dtype="float32").reshape(-1, 1)


    def relative_error(y_true, y_pred):
        return tf.reduce_mean(tf.square(y_true - y_pred) / tf.square(y_true), axis=-1)


    start = keras.initializers.Constant(9)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, bias_initializer=start)])
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss=relative_error)
    model.fit(inputs, inputs, epochs=4, verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in
from etude.diagnoses.own_measures import is_spoilt, loss_functions
from etude.diagnoses.source import last_name
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.diagnoses.training_health import is_ill
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("train-2", "model-8", "dev-3")
GUIDE = "Keras API: Losses (creating custom losses)"
EXPLAINS = NUMBERS_GONE_WRONG

# What has been learned keeps moving a little, and is far below where it began.
_FLAT, _HIGH, _LEAST_EPOCHS = 1e-3, 0.05, 3

_DIVIDE = ("divide", "true_divide", "truediv", "div_no_nan", "divide_no_nan")
_SUBTRACT = ("subtract", "squared_difference", "abs_difference")
# What is asked of a tensor besides its values; and a likelihood pays for the spread that it divides by.
_NO_VALUES = (
    "shape",
    "size",
    "rank",
    "len",
    "int_shape",
    "ones_like",
    "zeros_like",
    "stop_gradient",
)
_LIKELIHOOD = ("log", "log1p", "softplus")


def match(evidence: Evidence) -> Finding | None:
    if not any(is_ill(fit) or is_spoilt(fit) or _stands_still(fit) for fit in evidence.fits):
        return None
    for function in loss_functions(evidence.source):
        names = [one.arg for one in function.args.args if one.arg != "self"][:2]
        if len(names) == 2 and not _is_likelihood(function):
            for node, error, by in _divisions(function):
                if _compares(function, error, *names) and _reach(function, by) & {*names} == {
                    names[1]
                }:
                    return _finding(function, node, by, names)
    return None


def _stands_still(fit: Fit) -> bool:
    """Whether the loss has left the first epoch for a height on which it stays."""
    first, *later = fit.series("loss") or [0.0]
    if len(later) < _LEAST_EPOCHS or not max(later) > 0:
        return False
    return max(later) - min(later) <= _FLAT * max(later) and min(later) >= _HIGH * first


def _finding(function: ast.FunctionDef, node: ast.expr, by: ast.expr, names: list[str]) -> Finding:
    return Finding(
        line=node.lineno,
        evidence=f"{function.name} divides the difference of {names[0]} and {names[1]} by `{ast.unparse(by)}`, which is "
        "made of the prediction, and the loss has not come down",
        change=f"divide by what is made of {names[0]}, kept above zero, or by a constant; or take a loss of Keras",
        about=function.name,
    )


def _is_likelihood(function: ast.FunctionDef) -> bool:
    return any(last_name(call.func) in _LIKELIHOOD for call in calls_in(function))


def _divisions(function: ast.FunctionDef) -> Iterator[tuple[ast.expr, ast.expr, ast.expr]]:
    for node in ast.walk(function):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
            yield node, node.left, node.right
        if isinstance(node, ast.Call) and len(node.args) > 1 and _called(node) in _DIVIDE:
            yield node, node.args[0], node.args[1]


def _compares(function: ast.FunctionDef, error: ast.expr, labels: str, outputs: str) -> bool:
    """Whether it is made of the labels less the outputs, or the other way round."""
    for part in _parts(function, error):
        sides: list[ast.expr] = []
        if isinstance(part, ast.BinOp) and isinstance(part.op, ast.Sub):
            sides = [part.left, part.right]
        elif isinstance(part, ast.Call) and _called(part) in _SUBTRACT:
            sides = part.args[:2]
        if [_reach(function, side) & {labels, outputs} for side in sides] in (
            [{labels}, {outputs}],
            [{outputs}, {labels}],
        ):
            return True
    return False


def _reach(function: ast.FunctionDef, node: ast.expr) -> set[str]:
    return {part.id for part in _parts(function, node) if isinstance(part, ast.Name)}


def _parts(function: ast.FunctionDef, node: ast.expr) -> Iterator[ast.AST]:
    """What its values are made of, through the names that the function gave; no shapes and sizes."""
    given = {
        target.id: one.value
        for one in ast.walk(function)
        if isinstance(one, ast.Assign)
        for target in one.targets
        if isinstance(target, ast.Name)
    }
    waiting: list[ast.AST] = [node]
    seen: set[str] = set()
    while waiting:
        part = waiting.pop()
        if (isinstance(part, ast.Call) and _called(part) in _NO_VALUES) or (
            isinstance(part, ast.Attribute) and part.attr == "shape"
        ):
            continue
        yield part
        waiting += ast.iter_child_nodes(part)
        if isinstance(part, ast.Name) and part.id in given and part.id not in seen:
            seen.add(part.id)
            waiting.append(given[part.id])


def _called(call: ast.Call) -> str:
    return last_name(call.func)
