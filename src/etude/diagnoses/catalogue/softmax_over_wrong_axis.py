"""
A softmax runs along another axis than that of the classes.

## Why it hurts
Softmax makes numbers along one axis sum to one. Along the last axis of (batch, height, width, classes) that is a choice
between classes for each pixel; along axis 1 the rows of the picture compete with each other, and no pixel ever has
probabilities. The loss takes them for such and stays high. Along axis 0 the examples of a batch compete with each other, and the
answer for one depends on those that happen to stand beside it. Scores of attention, (batch, queries, keys), are shared out among the keys.

## Example
    import keras
    import numpy as np

    model = keras.Sequential([keras.Input((8, 8, 1)), keras.layers.Conv2D(3, 1), keras.layers.Softmax(axis=1)])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(np.zeros((16, 8, 8, 1)), np.ones((16, 8, 8), "int32"), verbose=0)

## Instead
    import keras
    import numpy as np

    model = keras.Sequential([keras.Input((8, 8, 1)), keras.layers.Conv2D(3, 1), keras.layers.Softmax()])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(np.zeros((16, 8, 8, 1)), np.ones((16, 8, 8), "int32"), verbose=0)
"""

import ast
from collections.abc import Iterator
from typing import TypeGuard

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.diagnoses.source import Source, dotted_name
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Layer, Model

SEVERITY = Severity.SILENT
SKILLS = ("image-7", "model-12", "dev-3")
GUIDE = "TensorFlow tutorial: Image segmentation"
EXPLAINS = ("more_outputs_than_classes", "no_probability_before_cross_entropy", *NOTHING_LEARNED)

_KIND, _LAST = "Softmax", -1
_USUAL_BATCH = 32
_FOR_CLASSES = "categorical"


def match(evidence: Evidence) -> Finding | None:
    return _over_pixels(evidence) or _over_examples(evidence) or _over_queries(evidence)


def _over_examples(evidence: Evidence) -> Finding | None:
    """A softmax that the program takes itself, along the batch; both axes of a table of pairs may be asked for."""
    sizes = {None, *(fit.arguments.get("batch_size") or _USUAL_BATCH for fit in evidence.fits)}
    for call in evidence.calls_of("softmax") if evidence.fits else ():
        shape = call.arguments["shape"]
        if call.arguments["axis"] == 0 and len(shape) > 1 and shape[0] in sizes and shape[-1]:
            return Finding(
                line=call.line,
                evidence=f"softmax goes over axis 0 of (batch, {', '.join(map(str, shape[1:]))}): the examples of a batch "
                "share one sum, and the classes of an example do not sum to one",
                change="leave axis out, or axis=-1: the classes of one example compete with each other",
            )
    return None


def _over_queries(evidence: Evidence) -> Finding | None:
    """Scores (..., queries, keys) that become weights of the queries, and then weigh the values of the keys."""
    for call in evidence.calls_of("softmax"):
        shape, axis = call.arguments["shape"], call.arguments["axis"]
        square = len(shape) > 2 and shape[-1] == shape[-2] and shape[-1]
        if square and axis == len(shape) - 2 and _weighs_by_rows(evidence.source, call.line):
            return Finding(
                line=call.line,
                evidence=f"softmax goes over axis {axis} of the scores (batch, {', '.join(map(str, shape[1:]))}), the queries, and "
                "the product with the values sums over the last one, the keys: those weights do not sum to one",
                change="axis=-1: each query shares its attention among all keys",
            )
    return None


def _weighs_by_rows(source: Source, line: int) -> bool:
    """Whether the name that the softmax is given is the first factor of a matrix product."""
    assigned = [n for n in source.nodes if isinstance(n, ast.Assign) and n.lineno <= line]
    names = {
        dotted_name(target)
        for node in assigned
        if line <= (node.end_lineno or 0)
        and not any(isinstance(n, ast.Lambda) for n in ast.walk(node))
        for target in node.targets
    }
    factors = [node.left for node in source.nodes if _is_product(node)]
    plain = [c.args[0] for c in source.calls("matmul") if c.args and not c.keywords]
    return any(dotted_name(one) in names for one in [*factors, *plain] if dotted_name(one))


def _is_product(node: ast.AST) -> TypeGuard[ast.BinOp]:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult)


def _over_pixels(evidence: Evidence) -> Finding | None:
    for model in evidence.models:
        losses = model.compiled.losses if model.compiled else ()
        if not any(_FOR_CLASSES in loss.name for loss in losses):
            continue
        for layer, rank in _heads(model):
            axis = layer.config.get("axis")
            if isinstance(axis, int) and axis not in (_LAST, rank - 1):
                return Finding(
                    line=layer_line(evidence.source, model, layer),
                    about=layer.name,
                    evidence=f"the outputs have {rank} axes with the classes in the last one, and {layer.name} "
                    f"makes them sum to one along axis {axis}",
                    change="leave axis out, or axis=-1: the classes of one pixel compete with each other",
                )
    return None


def _heads(model: Model) -> Iterator[tuple[Layer, int]]:
    """Softmax layers that give an output, with how many axes it has."""
    for output in model.outputs:
        name = output.path.partition(":")[0]
        for layer in model.layers:
            if layer.name == name and layer.kind == _KIND and output.shape is not None:
                yield layer, len(output.shape)
