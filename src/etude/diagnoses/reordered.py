"""Arrays and tables that a statement puts into another order."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from etude.diagnoses.names import full_name, paired, root, value_of
from etude.diagnoses.source import Source, argument, dotted_name

# Functions that give back what they were given, in another order.
_FUNCTIONS = ("sklearn.utils.shuffle", "tensorflow.random.shuffle")
_SEEDS = ("random_state", "seed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reordered:
    """An array that was put into another order.

    Attributes:
      of: what it was made from, the same as ``name`` where that is shuffled itself.
      seed: the seed of this very order as it is written; "" without one.
    """

    name: str
    of: str
    line: int
    seed: str = ""


def reordered(source: Source, statement: ast.stmt) -> Iterator[Reordered]:
    """What ``rng.shuffle(x)``, ``x = rng.permutation(x)``, ``x = x[rng.permutation(len(x))]``,
    ``x = table.sample(frac=1)`` and ``x = shuffle(x)`` leave in another order, or several of these
    in one line.
    """
    if isinstance(statement, ast.Expr):
        array = _given_to(source, statement.value, "shuffle")
        if array:
            yield Reordered(name=array, of=array, line=statement.lineno)
    if isinstance(statement, ast.Assign):
        for target, value in assigned(statement):
            yield from _made_anew(source, ast.unparse(target), value)


def assigned(statement: ast.Assign) -> Iterator[tuple[ast.expr, ast.expr]]:
    """The first target with its value: of ``x, y = f(x), f(y)`` there are two."""
    return paired(statement.targets[0], statement.value)


def drawn_again(source: Source, value: ast.expr) -> str:
    """x of an expression that gives the rows of x back in an order of its own; else ""."""
    return next((one.of for one in _made_anew(source, "", value)), "")


def _made_anew(source: Source, name: str, value: ast.expr) -> Iterator[Reordered]:
    drawn = _given_to(source, value, "permutation") or _read_by_a_draw(value)
    if drawn and name in (drawn, ""):
        yield Reordered(name=drawn, of=drawn, line=value.lineno)
        return
    for call in _links(value):
        of = _rows_of(source, call)
        if of:
            yield Reordered(name=name, of=of, line=value.lineno, seed=_seed(call))


def _read_by_a_draw(value: ast.expr) -> str:
    """x of ``x[rng.permutation(len(x))]``; "" of anything else."""
    drawn = value.slice if isinstance(value, ast.Subscript) else None
    if not isinstance(drawn, ast.Call) or not isinstance(value, ast.Subscript):
        return ""
    return ast.unparse(value.value) if dotted_name(drawn.func).endswith(".permutation") else ""


def _links(value: ast.expr) -> Iterator[ast.Call]:
    """The calls of a chain, the last first: of ``table.sample(frac=1).reset_index()`` both."""
    node: ast.expr = value
    while isinstance(node, ast.Call | ast.Attribute | ast.Subscript):
        if isinstance(node, ast.Call):
            yield node
        node = node.func if isinstance(node, ast.Call) else node.value


def _rows_of(source: Source, call: ast.Call) -> str:
    """What a call gives back in another order; "" when it does something else."""
    if isinstance(call.func, ast.Attribute) and call.func.attr == "sample":
        return ast.unparse(call.func.value) if argument(call, "frac", 1) == 1 else ""
    # Of several arrays each gets the same order.
    alone = len(call.args) == 1 and isinstance(call.args[0], ast.Name)
    return root(call.args[0]) if alone and full_name(source, call.func) in _FUNCTIONS else ""


def _seed(call: ast.Call) -> str:
    given = next((k.value for k in call.keywords if k.arg in _SEEDS), None)
    return "" if given is None or ast.unparse(given) == "None" else ast.unparse(given)


def _given_to(source: Source, node: ast.expr, method: str) -> str:
    """x of ``rng.method(x)``, also under another name that ``rng.method`` was given; else "".

    A generator that is made in the call itself begins anew: two of one seed give one order.
    """
    if not isinstance(node, ast.Call) or len(node.args) != 1:
        return ""
    if isinstance(node.func, ast.Name):
        kept = value_of(source, node.func.id, before=node.lineno)
        is_method = isinstance(kept, ast.Attribute) and kept.attr == method
    else:
        owner, _, called = dotted_name(node.func).rpartition(".")
        is_method = bool(owner) and called == method
    return ast.unparse(node.args[0]) if is_method else ""
