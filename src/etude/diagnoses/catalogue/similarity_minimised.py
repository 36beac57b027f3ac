"""
A measure of agreement is given as the loss, so training makes it as small as it can.

## Why it hurts
Dice, IoU and accuracy are best at 1, and an optimizer knows one direction: down. Given as they are, they teach the network to
miss the masks as thoroughly as possible, and the falling "loss" looks like success. A loss is 1 minus such a measure.

## Example
    import keras
    import numpy as np
    import tensorflow as tf


    def dice(masks, outputs):
        both = tf.reduce_sum(masks * outputs)
        return 2 * both / (tf.reduce_sum(masks) + tf.reduce_sum(outputs) + 1e-6)


    pictures = np.random.default_rng(0).random((16, 8, 8, 1)).astype("float32")
    masks = (pictures > 0.5).astype("float32")
    model = keras.Sequential([
        keras.Input((8, 8, 1)),
        keras.layers.Conv2D(1, 3, padding="same", activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss=dice)
    model.fit(pictures, masks, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf


    def dice(masks, outputs):
        both = tf.reduce_sum(masks * outputs)
        return 2 * both / (tf.reduce_sum(masks) + tf.reduce_sum(outputs) + 1e-6)


    def dice_loss(masks, outputs):
        return 1 - dice(masks, outputs)


    pictures = np.random.default_rng(0).random((16, 8, 8, 1)).astype("float32")
    masks = (pictures > 0.5).astype("float32")
    model = keras.Sequential([
        keras.Input((8, 8, 1)),
        keras.layers.Conv2D(1, 3, padding="same", activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss=dice_loss)
    model.fit(pictures, masks, verbose=0)
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import Function, calls_in, function_of, given, names_in, value_of
from etude.diagnoses.signs import signs
from etude.diagnoses.source import Source, call_line, constant, dotted_name, last_name
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("train-3", "model-8", "dev-3")
GUIDE = "Keras API: Losses (creating custom losses)"
EXPLAINS = NOTHING_LEARNED

_AGREEMENT = re.compile(
    r"(?:^|_)(?:dice|iou|jaccard|tversky|f1|accuracy|acc|psnr|ssim)(?:_|$)", re.I
)
_ALREADY_A_LOSS = re.compile(r"loss|dist|error|inv|neg|penal|cost|regul", re.I)
# Keras's own losses, by which a term of a sum is known as one.
_LOSS_OF_KERAS = re.compile(r"entropy|mse$|mae$|squared|absolute|huber|divergence|hinge", re.I)
_TURN = {"subtract", "negative", "log"}
_LOSS_POSITION = 1  # compile(optimizer, loss, ...)


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for call in source.calls("compile"):
        loss = given(call, "loss", _LOSS_POSITION)
        found = _given_itself(source, call, loss) or _added(source, function_of(source, loss))
        if found is not None:
            return found
    return None


def _given_itself(source: Source, call: ast.Call, loss: ast.expr | None) -> Finding | None:
    """The measure is the loss, or what the loss returns just as it is."""
    name = dotted_name(loss) if loss is not None else ""
    function = function_of(source, loss)
    line = loss.lineno if loss is not None else call_line(call)
    if handed_on := _handed_on(source, function):
        line, name, function = (
            handed_on.lineno,
            dotted_name(handed_on.func),
            function_of(source, handed_on.func),
        )
    if not isinstance(function, ast.FunctionDef) or not _names_agreement(name):
        return None
    returned = _returned(source, function)
    if returned is None or _is_turned_round(returned) or _is_a_loss(source, returned):
        return None
    return Finding(
        line=line,
        about=name,
        evidence=f"the loss is {name}, which grows as outputs and labels agree: line {returned.lineno} "
        f"returns {_short(returned)}",
        change=f"minimise what is missing from it: a function that returns 1 - {name}(...)",
    )


def _added(source: Source, loss: Function | None) -> Finding | None:
    """A measure that a loss adds to an error, as in ``crossentropy(y, p) + dice(y, p)``."""
    returned = _returned(source, loss) if isinstance(loss, ast.FunctionDef) else None
    terms = list(_terms(source, returned)) if returned is not None else []
    turned = returned is not None and _has_negative_weight(source, returned)
    for term, sign in terms if len(terms) > 1 and not turned else ():
        name = dotted_name(term.func) if isinstance(term, ast.Call) else ""
        own = function_of(source, term.func) if isinstance(term, ast.Call) else None
        inner = _returned(source, own) if isinstance(own, ast.FunctionDef) else None
        grows = inner is not None and not _is_turned_round(inner) and not _is_a_loss(source, inner)
        if sign > 0 and grows and _names_agreement(name):
            return Finding(
                line=term.lineno,
                about=name,
                evidence=f"{_short(term)} is added to the loss, and {name} grows as outputs and labels agree",
                change=f"add what is missing from it: 1 - {name}(...)",
            )
    return None


def _has_negative_weight(source: Source, returned: ast.expr) -> bool:
    """Whether a name in a sum, such as a weight, was given a number below 0."""
    given_to = (value_of(source, name, before=returned.lineno) for name in names_in(returned))
    numbers = (constant(value) for value in given_to if value is not None)
    return any(isinstance(one, int | float) and one < 0 for one in numbers)


def _terms(source: Source, returned: ast.expr) -> Iterator[tuple[ast.expr, int]]:
    """The terms of a sum with their signs; for a name what it was given."""
    for term, sign in signs(returned):
        value = (
            value_of(source, term.id, before=term.lineno) if isinstance(term, ast.Name) else None
        )
        yield (value, sign) if value is not None else (term, sign)


def _is_a_loss(source: Source, returned: ast.expr) -> bool:
    """Whether a term of it is an error: a loss by its name, or an own function that is turned round."""
    for term, sign in _terms(source, returned):
        name = last_name(term.func) if isinstance(term, ast.Call) else ""
        own = function_of(source, term.func) if isinstance(term, ast.Call) else None
        inner = _returned(source, own) if isinstance(own, ast.FunctionDef) else None
        turned = inner is not None and _is_turned_round(inner)
        by_name = _ALREADY_A_LOSS.search(name) or _LOSS_OF_KERAS.search(name)
        if sign > 0 and name and (turned or by_name):
            return True
    return False


def _handed_on(source: Source, function: Function | None) -> ast.Call | None:
    """The call of another function of this file, when a loss returns just what that one gives."""
    returned = _returned(source, function) if isinstance(function, ast.FunctionDef) else None
    own = isinstance(returned, ast.Call) and function_of(source, returned.func) is not None
    return returned if own and isinstance(returned, ast.Call) else None


def _names_agreement(name: str) -> bool:
    last = name.rpartition(".")[2]
    return bool(_AGREEMENT.search(last)) and not _ALREADY_A_LOSS.search(last)


def _returned(source: Source, function: ast.FunctionDef) -> ast.expr | None:
    """The one thing that a function returns, behind a name too."""
    returns = [n.value for n in ast.walk(function) if isinstance(n, ast.Return) and n.value]
    if len(returns) != 1:
        return None
    if isinstance(returns[0], ast.Name):
        return value_of(source, returns[0].id, before=returns[0].lineno)
    return returns[0]


def _is_turned_round(value: ast.expr) -> bool:
    """Whether any term of it enters with a minus, by a function too."""
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Div):  # -(a + b) / c
        value = value.left
    called = {last_name(c.func) for c in calls_in(value)}
    return any(sign < 0 for _, sign in signs(value)) or bool(called & _TURN)


def _short(value: ast.expr) -> str:
    text = ast.unparse(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
