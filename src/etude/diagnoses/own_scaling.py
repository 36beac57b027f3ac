"""Values that a program scales itself, by statistics of these very values."""

import ast
from collections.abc import Iterator

from etude.diagnoses.names import root, value_of
from etude.diagnoses.source import Source, dotted_name

_STATISTICS = ("mean", "std", "min", "max")
_MODULES = ("np", "numpy", "tf")


def scaled_by_hand(source: Source, value: ast.expr) -> str:
    """What is shifted and divided by statistics of its own alone; "" of any other value."""
    if not isinstance(value, ast.BinOp) or not isinstance(value.op, ast.Div):
        return ""
    shifted = _meant(source, value.left)
    if not isinstance(shifted, ast.BinOp) or not isinstance(shifted.op, ast.Sub):
        return ""
    base = root(shifted.left)
    by = [shifted.right, *_terms(source, value.right)]
    return base if {_measured(source, one) for one in by} == {base} else ""


def only_return(source: Source, function: ast.FunctionDef) -> ast.expr | None:
    """What a function with one ``return`` gives back; for a name what that was given."""
    returned = [node.value for node in ast.walk(function) if isinstance(node, ast.Return)]
    value = returned[0] if len(returned) == 1 else None
    if isinstance(value, ast.Name):
        return value_of(source, value.id, before=value.lineno) or value
    return value


def _meant(source: Source, node: ast.expr) -> ast.expr:
    """What a name was given that stands for a part of the formula."""
    if not isinstance(node, ast.Name):
        return node
    given = value_of(source, node.id, before=node.lineno)
    return given if isinstance(given, ast.BinOp) else node


def _terms(source: Source, node: ast.expr) -> Iterator[ast.expr]:
    """``x.max() - x.min()`` and ``x.std() + 1e-7`` in their parts, numbers left out."""
    node = _meant(source, node)
    if isinstance(node, ast.BinOp):
        yield from _terms(source, node.left)
        yield from _terms(source, node.right)
    elif not isinstance(node, ast.Constant):
        yield node


def _measured(source: Source, node: ast.expr) -> str:
    """The name whose statistic this is: of ``x.mean(0)``, ``np.mean(x, axis=0)`` or a name that was
    given one of these just above; "" of anything else.
    """
    if isinstance(node, ast.Name):
        node = value_of(source, node.id, before=node.lineno) or node
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return ""
    if node.func.attr not in _STATISTICS:
        return ""
    on = node.args[0] if dotted_name(node.func.value) in _MODULES and node.args else None
    return root(on if on is not None else node.func.value)
