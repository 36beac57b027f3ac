"""The signs with which terms enter a sum, as a source writes it."""

import ast
from collections.abc import Iterator

from etude.diagnoses.source import dotted_name

# What keeps the sign of each term: sums and means, and casts.
_KEEP = {"sum", "mean", "reduce_sum", "reduce_mean", "cast", "add_loss", "expand_dims", "squeeze"}


def signs(node: ast.expr, sign: int = 1) -> Iterator[tuple[ast.expr, int]]:
    """Every term of a sum with 1 or -1, through factors, means and sums: of ``-0.5 * mean(a - b)``
    a with -1 and b with 1.
    """
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        yield from signs(node.left, sign)
        yield from signs(node.right, -sign if isinstance(node.op, ast.Sub) else sign)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
        yield from signs(node.operand, -sign if isinstance(node.op, ast.USub) else sign)
    elif isinstance(node, ast.BinOp) and (inner := _scaled(node)) is not None:
        yield from signs(inner[0], sign * inner[1])
    elif (kept := _kept(node)) is not None:
        yield from signs(kept, sign)
    else:
        yield node, sign


def sign_of(node: ast.expr) -> int:
    """Of a number as it is written; 1 for a name, which is taken for a positive factor."""
    value = _number(node)
    if value is None:
        return 1
    return (value > 0) - (value < 0)


def _scaled(node: ast.BinOp) -> tuple[ast.expr, int] | None:
    """The sum in ``factor * sum`` or ``sum / factor``, and the sign of the factor."""
    if isinstance(node.op, ast.Mult):
        if ast.dump(node.left) == ast.dump(node.right):  # a square, not a weight
            return None
        for factor, other in ((node.left, node.right), (node.right, node.left)):
            if _number(factor) is not None:
                return other, sign_of(factor)
        if _is_factor(node.left):
            return node.right, 1
        return (node.left, 1) if _is_factor(node.right) else None
    if isinstance(node.op, ast.Div) and (_number(node.right) is not None or _is_factor(node.right)):
        return node.left, sign_of(node.right)
    return None


def _is_factor(node: ast.expr) -> bool:
    """A weight such as ``beta`` or ``self.beta``, beside something that is no name."""
    return bool(dotted_name(node)) and isinstance(node, ast.Name | ast.Attribute)


def _kept(node: ast.expr) -> ast.expr | None:
    """What is summed or averaged: of ``mean(x, axis=1)`` and of ``x.mean()`` x."""
    if not isinstance(node, ast.Call) or dotted_name(node.func).split(".")[-1] not in _KEEP:
        return None
    if node.args:
        return node.args[0]
    return node.func.value if isinstance(node.func, ast.Attribute) else None


def _number(node: ast.expr) -> float | None:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
        inner = _number(node.operand)
        return inner if inner is None or isinstance(node.op, ast.UAdd) else -inner
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return float(node.value)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        above, below = _number(node.left), _number(node.right)
        return above / below if above is not None and below else None
    return None
