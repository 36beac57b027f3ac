"""
A loss leaves padding out by a mask of zeros, and its mean is taken over the padding all the same.

## Why it hurts
Times 0 the loss of a padding step is nothing, and the step still counts in `reduce_mean`. Of texts that are four parts padding
to one part words, the loss comes out at a fifth of what it is: it looks good early, cannot be compared between lengths or with
what Keras reports, and a batch of short texts counts for less than one of long ones. The mean over the words is the sum,
divided by the sum of the mask.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    def masked_loss(labels, outputs):
        loss = keras.losses.sparse_categorical_crossentropy(labels, outputs)
        mask = tf.cast(tf.not_equal(labels, 0), loss.dtype)
        return tf.reduce_mean(loss * mask)

    tokens = np.random.default_rng(0).integers(1, 9, (64, 10))
    tokens[:, 4:] = 0
    model = keras.Sequential([keras.layers.Embedding(9, 8), keras.layers.Dense(9, activation="softmax")])
    model.compile(optimizer="adam", loss=masked_loss)
    model.fit(tokens, tokens, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    def masked_loss(labels, outputs):
        loss = keras.losses.sparse_categorical_crossentropy(labels, outputs)
        mask = tf.cast(tf.not_equal(labels, 0), loss.dtype)
        return tf.reduce_sum(loss * mask) / tf.reduce_sum(mask)

    tokens = np.random.default_rng(0).integers(1, 9, (64, 10))
    tokens[:, 4:] = 0
    model = keras.Sequential([keras.layers.Embedding(9, 8), keras.layers.Dense(9, activation="softmax")])
    model.compile(optimizer="adam", loss=masked_loss)
    model.fit(tokens, tokens, verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, names_in
from etude.diagnoses.own_measures import loss_functions
from etude.diagnoses.source import constant, dotted_name, last_name
from etude.domain.finding import Finding, Severity

# The direction of the steps is right; only their size, and what is reported, are not.
SEVERITY = Severity.WARNING
SKILLS = ("text-2", "train-2", "dev-3")
GUIDE = "TensorFlow tutorial: Neural machine translation with attention (the loss)"
EXPLAINS = ()

_MEANS, _SUMS = ("reduce_mean", "mean"), ("reduce_sum", "sum", "count_nonzero")
_COMPARE = ("not_equal", "equal")


def match(evidence: Evidence) -> Finding | None:
    for function in loss_functions(evidence.source):
        masks = _masks(function)
        if not masks or _counts(function, masks):
            continue
        for call, mask in _means(function, masks):
            return Finding(
                line=call.lineno,
                about=function.name,
                evidence=f"{function.name} multiplies the loss by `{mask}`, 0 where the labels are padding, and line "
                f"{call.lineno} takes the mean over all steps, those zeros among them",
                change=f"divide the sum by the number of steps that count: tf.reduce_sum({ast.unparse(call.args[0])}) / "
                f"tf.reduce_sum({mask})",
            )
    return None


def _masks(function: ast.FunctionDef) -> set[str]:
    """Names that hold where something is not 0, by way of other names too."""
    masks: set[str] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and (
            any(_tells_zeros(one) for one in ast.walk(node.value)) or _only_casts(node.value, masks)
        ):
            masks |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return masks


def _tells_zeros(node: ast.AST) -> bool:
    """``labels != 0`` or ``tf.math.equal(labels, 0)``."""
    if isinstance(node, ast.Compare):
        return isinstance(node.ops[0], ast.Eq | ast.NotEq) and constant(node.comparators[0]) == 0
    if not isinstance(node, ast.Call) or last_name(node.func) not in _COMPARE:
        return False
    return any(constant(one) == 0 for one in node.args)


def _only_casts(value: ast.expr, masks: set[str]) -> bool:
    """``tf.cast(mask, loss.dtype)``."""
    is_cast = isinstance(value, ast.Call) and last_name(value.func) == "cast"
    return is_cast and isinstance(value, ast.Call) and bool(names_in(*value.args[:1]) & masks)


def _counts(function: ast.FunctionDef, masks: set[str]) -> bool:
    """Whether it asks how many steps count."""
    return any(
        last_name(call.func) in _SUMS
        and bool(names_in(*call.args, call.func) & masks)
        and not any(isinstance(one, ast.BinOp) for one in call.args)
        for call in calls_in(function)
    )


def _means(function: ast.FunctionDef, masks: set[str]) -> Iterator[tuple[ast.Call, str]]:
    """Calls that take the mean of what was multiplied by a mask, and that mask."""
    times = dict(_multiplied(function, masks))
    for call in calls_in(function):
        if last_name(call.func) not in _MEANS or not call.args:
            continue
        given = call.args[0]
        mask = times.get(dotted_name(given), "") or _factor(given, masks)
        if mask:
            yield call, mask


def _multiplied(function: ast.FunctionDef, masks: set[str]) -> Iterator[tuple[str, str]]:
    """Names of what was multiplied by a mask: ``loss = loss * mask`` or ``loss *= mask``."""
    for node in ast.walk(function):
        if isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Mult):
            mask = next(iter(names_in(node.value) & masks), "")
            yield (dotted_name(node.target), mask) if mask else ("", "")
        elif isinstance(node, ast.Assign) and (mask := _factor(node.value, masks)):
            yield from ((dotted_name(target), mask) for target in node.targets)


def _factor(node: ast.expr, masks: set[str]) -> str:
    """The mask of ``loss * mask`` or ``tf.multiply(loss, mask)``."""
    parts: list[ast.expr] = []
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
        parts = [node.left, node.right]
    elif isinstance(node, ast.Call) and dotted_name(node.func).endswith("multiply"):
        parts = node.args
    return next((one.id for one in parts if isinstance(one, ast.Name) and one.id in masks), "")
