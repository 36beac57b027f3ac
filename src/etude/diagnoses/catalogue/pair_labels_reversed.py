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
from collections.abc import Iterator
from dataclasses import dataclass

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, given, root, value_of
from etude.diagnoses.origins import origins
from etude.diagnoses.own_measures import loss_functions
from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source, constant, dotted_name
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("train-2", "model-3", "dev-3")
GUIDE = "Keras example: Image similarity estimation using a Siamese Network with a contrastive loss"
EXPLAINS = NOTHING_LEARNED

_LARGER = ("maximum", "max")
# What changes the type or shape of labels and leaves their meaning.
_KEEP = {"astype", "cast", "float", "int", "array", "asarray", "reshape", "expand_dims", "numpy"}
_SWAPPED = {
    1: "1 for pairs that are alike, as in (kind_a == kind_b)",
    -1: "1 for pairs that differ, as in (kind_a != kind_b)",
}


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    wanted = next(filter(None, (_pulled(source, one) for one in loss_functions(source))), None)
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


@dataclass(frozen=True, slots=True)
class _Pulled:
    """Which pairs a loss draws together: those of label 1 (sign 1) or of label 0 (sign -1)."""

    sign: int
    line: int


def _pulled(source: Source, function: ast.FunctionDef) -> _Pulled | None:
    """Of ``y * distance**2 + (1 - y) * maximum(margin - distance, 0) ** 2`` those of 1."""
    labels = next((one.arg for one in function.args.args if one.arg != "self"), "")
    for node in ast.walk(function):
        if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Add):
            continue
        found = [(_label_factor(t, labels), _has_hinge(source, t)) for t in (node.left, node.right)]
        pull = [factor for factor, hinge in found if factor and not hinge]
        push = [factor for factor, hinge in found if factor and hinge]
        if len(pull) == len(push) == 1 and pull[0] == -push[0]:
            return _Pulled(pull[0], node.lineno)
    return None


def _label_factor(term: ast.expr, labels: str) -> int:
    """1 of a product with the labels, -1 of one with 1 - labels, else 0."""
    for factor in _factors(term):
        if isinstance(factor, ast.Name) and factor.id == labels:
            return 1
        flipped = isinstance(factor, ast.BinOp) and isinstance(factor.op, ast.Sub)
        if isinstance(factor, ast.BinOp) and flipped and constant(factor.left) == 1:
            return -1 if root(factor.right) == labels else 0
    return 0


def _factors(term: ast.expr) -> Iterator[ast.expr]:
    if isinstance(term, ast.BinOp) and isinstance(term.op, ast.Mult):
        yield from _factors(term.left)
        yield from _factors(term.right)
    else:
        yield term


def _has_hinge(source: Source, term: ast.expr) -> bool:
    behind = [term, *origins(source, term, before=term.lineno)]
    calls = [call for node in behind for call in calls_in(node)]
    return any(map(_ends_at_zero, calls))


def _ends_at_zero(call: ast.Call) -> bool:
    """``relu(x)``, ``maximum(x, 0)``; not ``maximum(x, 1e-7)``, as before a logarithm."""
    name = dotted_name(call.func).rpartition(".")[2]
    return name == "relu" or (name in _LARGER and any(constant(one) == 0 for one in call.args))


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
