"""What a contrastive loss does with the outputs for pairs of one label and of the other."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from etude.diagnoses.names import calls_in, root
from etude.diagnoses.origins import origins
from etude.diagnoses.source import Source, constant, last_name

_LARGER = ("maximum", "max")


@dataclass(frozen=True, slots=True)
class Pulled:
    """Which pairs a loss draws together: those of label 1 (sign 1) or of label 0 (sign -1)."""

    sign: int
    line: int


def pulled(source: Source, function: ast.FunctionDef) -> Pulled | None:
    """Of ``y * distance**2 + (1 - y) * maximum(margin - distance, 0) ** 2`` those of 1."""
    labels = next((one.arg for one in function.args.args if one.arg != "self"), "")
    for node in ast.walk(function):
        if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Add):
            continue
        found = [(_label_factor(t, labels), _has_hinge(source, t)) for t in (node.left, node.right)]
        pull = [factor for factor, hinge in found if factor and not hinge]
        push = [factor for factor, hinge in found if factor and hinge]
        if len(pull) == len(push) == 1 and pull[0] == -push[0]:
            return Pulled(pull[0], node.lineno)
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
    name = last_name(call.func)
    return name == "relu" or (name in _LARGER and any(constant(one) == 0 for one in call.args))
