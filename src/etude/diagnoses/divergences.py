"""Where a source works out how far a code is from the standard normal, as in a VAE."""

import ast
from collections.abc import Iterator

from etude.diagnoses.places import function_around
from etude.diagnoses.signs import signs
from etude.diagnoses.source import Source, dotted_name, last_name

_LEAST_TERMS = 3


def divergences(source: Source) -> Iterator[ast.Assign]:
    """Names that are given ``1 + v - m^2 - exp(v)``, in any order and whatever stands around it."""
    for node in source.all(ast.Assign):
        if len(node.targets) == 1 and dotted_name(node.targets[0]) and _is_divergence(node.value):
            yield node


def code_around(source: Source, node: ast.Assign) -> ast.AST:
    """The function that it stands in, else the whole program."""
    return function_around(source, node.lineno) or source.tree


def is_call(node: ast.expr, *names: str) -> bool:
    """Whether it calls something of one of these names, whatever stands before it."""
    return isinstance(node, ast.Call) and last_name(node.func) in names


def _is_divergence(value: ast.expr) -> bool:
    """v stands alone and inside exp, beside a square."""
    terms = list(signs(value))
    inside = [_inner(term) for term, _ in terms if is_call(term, "exp")]
    alone = [ast.dump(term) for term, _ in terms]
    squares = [term for term, _ in terms if _is_square(term)]
    return len(terms) >= _LEAST_TERMS and len(inside) == 1 and bool(squares) and inside[0] in alone


def _inner(call: ast.expr) -> str:
    return ast.dump(call.args[0]) if isinstance(call, ast.Call) and call.args else ""


def _is_square(node: ast.expr) -> bool:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow | ast.Mult):
        return True
    return is_call(node, "square", "pow")
