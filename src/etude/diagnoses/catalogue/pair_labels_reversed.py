"""
The labels of the pairs mean the opposite of what their loss takes them for.

## Why it hurts
A contrastive loss draws the pairs of one label together and pushes the others apart; which of the two is 1 differs from one
paper to the next. Labels of the other kind draw unlike pairs together: the loss falls all the same, and in the end the
distance is largest between what belongs together.

## Example
    import keras
    import numpy as np
    from keras import ops

    rng = np.random.default_rng(0)
    kinds = rng.integers(0, 3, 200)
    points = np.eye(3)[kinds] + rng.normal(0, 0.1, (200, 3))
    first, second = rng.integers(0, 200, 300), rng.integers(0, 200, 300)
    labels = (kinds[first] != kinds[second]).astype("float32")


    def contrastive_loss(same, distance):
        return ops.mean(same * distance**2 + (1 - same) * ops.maximum(1 - distance, 0) ** 2)


    encoder = keras.layers.Dense(2)
    a, b = keras.Input((3,)), keras.Input((3,))
    apart = ops.square(encoder(a) - encoder(b))
    model = keras.Model([a, b], ops.sqrt(ops.sum(apart, axis=1, keepdims=True) + 1e-6))
    model.compile("adam", contrastive_loss)
    model.fit([points[first], points[second]], labels, verbose=0)

## Instead
    import keras
    import numpy as np
    from keras import ops

    rng = np.random.default_rng(0)
    kinds = rng.integers(0, 3, 200)
    points = np.eye(3)[kinds] + rng.normal(0, 0.1, (200, 3))
    first, second = rng.integers(0, 200, 300), rng.integers(0, 200, 300)
    labels = (kinds[first] == kinds[second]).astype("float32")


    def contrastive_loss(same, distance):
        return ops.mean(same * distance**2 + (1 - same) * ops.maximum(1 - distance, 0) ** 2)


    encoder = keras.layers.Dense(2)
    a, b = keras.Input((3,)), keras.Input((3,))
    apart = ops.square(encoder(a) - encoder(b))
    model = keras.Model([a, b], ops.sqrt(ops.sum(apart, axis=1, keepdims=True) + 1e-6))
    model.compile("adam", contrastive_loss)
    model.fit([points[first], points[second]], labels, verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import given, root, value_of
from etude.diagnoses.own_measures import loss_functions
from etude.diagnoses.pair_losses import pulled
from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source, constant, dotted_name
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("train-2", "model-3", "dev-3")
GUIDE = "Keras example: Image similarity estimation using a Siamese Network with a contrastive loss"
EXPLAINS = NOTHING_LEARNED

# What changes the type or shape of labels and leaves their meaning.
_KEEP = {"astype", "cast", "float", "int", "array", "asarray", "reshape", "expand_dims", "numpy"}
_SWAPPED = {
    1: "1 for pairs that are alike, as in (kind_a == kind_b)",
    -1: "1 for pairs that differ, as in (kind_a != kind_b)",
}


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    wanted = next(filter(None, (pulled(source, one) for one in loss_functions(source))), None)
    for fit in evidence.fits if wanted is not None else ():
        call = call_at(source, fit.line, "fit")
        labels = given(call, "y", 1) if call is not None else None
        means, compared = _meaning(source, labels, fit.line)
        if wanted is None or not means or compared is None or means == wanted.sign:
            continue
        is_alike = "alike" if means > 0 else "different"
        return Finding(
            line=compared.lineno,
            evidence=f"the pairs that `{ast.unparse(compared)}` makes 1 are {is_alike}, and the loss in line "
            f"{wanted.line} {'draws the pairs of 0' if means > 0 else 'draws the pairs of 1'} together",
            change=f"give this loss {_SWAPPED[wanted.sign]}",
        )
    return None


def _meaning(source: Source, node: ast.expr | None, before: int) -> tuple[int, ast.Compare | None]:
    """1 when labels of 1 say that two classes are equal, -1 that they differ, 0 when nothing tells."""
    if isinstance(node, ast.Name):
        return _meaning(source, value_of(source, node.id, before=before), before)
    if isinstance(node, ast.Compare):
        return _compared(node), node
    if isinstance(node, ast.IfExp):
        return _chosen(source, node.test, node.body, node.orelse)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub) and constant(node.left) == 1:
        means, compared = _meaning(source, node.right, node.lineno)
        return -means, compared
    if isinstance(node, ast.Subscript):
        return _meaning(source, node.value, before)
    if isinstance(node, ast.Call):
        return _of_call(source, node)
    return 0, None


def _of_call(source: Source, call: ast.Call) -> tuple[int, ast.Compare | None]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else dotted_name(call.func)
    if name == "where" and len(call.args) == 3:
        return _chosen(source, *call.args)
    if name not in _KEEP:
        return 0, None
    inner = call.func.value if name == "astype" and isinstance(call.func, ast.Attribute) else None
    return _meaning(source, inner or next(iter(call.args), None), call.lineno)


def _chosen(
    source: Source, test: ast.expr, yes: ast.expr, no: ast.expr
) -> tuple[int, ast.Compare | None]:
    means, compared = _meaning(source, test, test.lineno)
    ones = (constant(yes), constant(no))
    return (means if ones == (1, 0) else -means if ones == (0, 1) else 0), compared


def _compared(node: ast.Compare) -> int:
    """Of two entries of one array: ``kinds[a] == kinds[b]``."""
    one_array = root(node.left) == root(node.comparators[0]) != ""
    equal = isinstance(node.ops[0], ast.Eq)
    if len(node.ops) != 1 or not one_array or not (equal or isinstance(node.ops[0], ast.NotEq)):
        return 0
    return 1 if equal else -1
