"""
A loss of overlap, such as Dice or IoU, is given outputs that are no shares between 0 and 1.

## Why it hurts
The overlap of two masks is counted in sums: what both have, out of what each has. That holds for pixels between 0 and 1. Outputs
without an activation can be -3 or 20: the sum below the line shrinks or turns negative, the "overlap" exceeds 1, the loss falls below
0, and blowing the outputs up pays more than drawing the mask.

## Example
    import keras
    import numpy as np


    def dice_loss(masks, outputs):
        both = keras.ops.sum(masks * outputs)
        return 1 - (2 * both + 1) / (keras.ops.sum(masks) + keras.ops.sum(outputs) + 1)


    pictures = np.random.default_rng(0).random((32, 8, 8, 1)).astype("float32")
    masks = (pictures > 0.5).astype("float32")
    model = keras.Sequential([keras.Input((8, 8, 1)), keras.layers.Conv2D(1, 3, padding="same")])
    model.compile(optimizer="adam", loss=dice_loss)
    model.fit(pictures, masks, verbose=0)

## Instead
    import keras
    import numpy as np


    def dice_loss(masks, outputs):
        both = keras.ops.sum(masks * outputs)
        return 1 - (2 * both + 1) / (keras.ops.sum(masks) + keras.ops.sum(outputs) + 1)


    pictures = np.random.default_rng(0).random((32, 8, 8, 1)).astype("float32")
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
from etude.diagnoses.model_heads import Output, outputs
from etude.diagnoses.names import calls_in
from etude.diagnoses.own_measures import own_loss, with_what_they_call
from etude.diagnoses.places import layer_line, told
from etude.diagnoses.source import Source, last_name
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("image-7", "model-6", "model-8")
GUIDE = "Keras API: layer activation functions"
EXPLAINS = (*NUMBERS_GONE_WRONG, "loss_keeps_its_sign")

_OF_KERAS = ("dice", "tversky", "Dice", "Tversky")
_OVERLAP = re.compile(r"(?:^|_)(?:dice|iou|jaccard|tversky)(?:_|$)", re.I)
# What a loss does to raw outputs itself, and squares, with which sums stay positive.
_BOUNDS = {
    *("sigmoid", "softmax", "expit", "clip", "clip_by_value", "relu", "argmax", "one_hot"),
    *("greater", "where", "round", "square", "pow", "abs", "exp", "tanh", "hard_sigmoid"),
}
_LINEAR = "linear"
_CLASSES = {0, 1}


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        if output.head.activation != _LINEAR or not _are_masks(output):
            continue
        if _measures_overlap(evidence.source, output.loss):
            return Finding(
                line=layer_line(evidence.source, output.model, output.head.layer),
                about=output.model.name,
                evidence=f"the output comes from {told(output.head.layer)} without an activation, and {output.loss} takes "
                "it for shares of a mask, between 0 and 1",
                change='end in activation="sigmoid", or softmax over several classes',
            )
    return None


def _are_masks(output: Output) -> bool:
    """Whether every label that was seen is 0 or 1."""
    seen = [labels.distinct for labels in output.labels]
    return bool(seen) and all(one is not None and set(one) <= _CLASSES for one in seen)


def _measures_overlap(source: Source, loss: str) -> bool:
    """A loss of Keras, or one of the program that leaves the outputs as they are."""
    own = own_loss(source, loss)
    if own is None:
        return loss in _OF_KERAS
    functions = list(with_what_they_call(source, [own]))
    named = any(_OVERLAP.search(function.name) for function in functions)
    return named and not any(_is_bounded(function) for function in functions)


def _is_bounded(function: ast.FunctionDef) -> bool:
    """Whether it makes outputs shares itself, squares or compares them, or also asks a cross-entropy."""
    for node in ast.walk(function):
        if isinstance(node, ast.Compare) or (
            isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow)
        ):
            return True
    called = {last_name(call.func) for call in calls_in(function)}
    return bool(called & _BOUNDS) or any("entropy" in name.lower() for name in called)
