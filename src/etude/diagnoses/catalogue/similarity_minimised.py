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

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import Function, calls_in, function_of, given, value_of
from etude.diagnoses.signs import signs
from etude.diagnoses.source import Source, call_line, dotted_name, last_name
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("train-3", "model-8", "dev-3")
GUIDE = "Keras API: Losses (creating custom losses)"
EXPLAINS = NOTHING_LEARNED

_AGREEMENT = re.compile(
    r"(?:^|_)(?:dice|iou|jaccard|tversky|f1|accuracy|acc|psnr|ssim)(?:_|$)", re.I
)
_ALREADY_A_LOSS = re.compile(r"loss|dist|error|inv|neg", re.I)
_TURN = {"subtract", "negative", "log"}
_LOSS_POSITION = 1  # compile(optimizer, loss, ...)


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for call in source.calls("compile"):
        loss = given(call, "loss", _LOSS_POSITION)
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
            continue
        returned = _returned(source, function)
        if returned is not None and not _is_turned_round(returned):
            return Finding(
                line=line,
                about=name,
                evidence=f"the loss is {name}, which grows as outputs and labels agree: line {returned.lineno} "
                f"returns {_short(returned)}",
                change=f"minimise what is missing from it: a function that returns 1 - {name}(...)",
            )
    return None


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
