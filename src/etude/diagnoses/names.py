"""What the names in a source stand for."""

import ast
from collections.abc import Iterator, Sequence, Set

from etude.diagnoses.source import Source, constant, dotted_name, last_name

INPUTS = ("Input", "InputLayer")

Function = ast.FunctionDef | ast.Lambda


def value_of(source: Source, name: str, *, before: int) -> ast.expr | None:
    """What a name was last given above a line; None when it was not, or as one of several."""
    found = [
        node
        for node in source.all(ast.Assign)
        if node.lineno < before
        and any(isinstance(target, ast.Name) and target.id == name for target in node.targets)
    ]
    return max(found, key=lambda node: node.lineno).value if found else None


def function_of(source: Source, node: ast.AST | None) -> Function | None:
    """The function that an argument is: a lambda, or the name of a function of this file."""
    if isinstance(node, ast.Lambda):
        return node
    wanted = last_name(node) if node is not None else ""
    return next((one for one in source.functions() if one.name == wanted), None)


def never_ends(function: Function) -> bool:
    """Whether a generator goes on yielding for ever."""
    loops = [node for node in ast.walk(function) if isinstance(node, ast.While)]
    return any(
        constant(loop.test) in (True, 1)
        and any(isinstance(node, ast.Yield) for node in ast.walk(loop))
        and not any(isinstance(node, ast.Break | ast.Return) for node in ast.walk(loop))
        for loop in loops
    )


def names_in(*nodes: ast.AST) -> set[str]:
    """Every plain name that occurs in these."""
    return {n.id for node in nodes for n in ast.walk(node) if isinstance(n, ast.Name)}


def calls_in(node: ast.AST) -> list[ast.Call]:
    """Calls anywhere inside."""
    return [inner for inner in ast.walk(node) if isinstance(inner, ast.Call)]


def root(node: ast.AST) -> str:
    """The name that a chain of attributes, calls and subscripts begins with."""
    while isinstance(node, ast.Call | ast.Attribute | ast.Subscript):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def blocks(source: Source) -> Iterator[Sequence[ast.stmt]]:
    """Every list of statements that run one after the other."""
    for node in source.nodes:
        for name in ("body", "orelse", "finalbody"):
            statements = getattr(node, name, None)
            if isinstance(statements, list):
                yield statements


def line_of_filling(source: Source, names: Set[str], *, before: int) -> int:
    """The last line above ``before`` that writes into ``name[...]`` of one of these; 0 without."""
    lines = [
        node.lineno
        for node in source.all(ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Subscript) and {root(target), dotted_name(target.value)} & names
    ]
    return max((line for line in lines if line < before), default=0)


def key_looked_up(node: ast.AST) -> ast.expr | None:
    """What a look into a dictionary asks for: ``numbers[word]``, ``numbers.get(word)`` or
    ``word in numbers``.
    """
    if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
        return node.left
    if isinstance(node, ast.Subscript):
        return node.slice
    if isinstance(node, ast.Call) and dotted_name(node.func).endswith(".get"):
        return next(iter(node.args), None)
    return None


def given(call: ast.Call, name: str, position: int) -> ast.expr | None:
    """An argument as it is written."""
    named = next((keyword.value for keyword in call.keywords if keyword.arg == name), None)
    if named is None and len(call.args) > position:
        return call.args[position]
    return named


def shape_told(call: ast.Call) -> ast.expr | None:
    """The shape of one example, where an input or the first layer of a model is told it."""
    told = given(call, "shape", 0) if last_name(call.func) in INPUTS else None
    return told or next((k.value for k in call.keywords if k.arg == "input_shape"), None)


def counted_by(node: ast.AST | None) -> ast.expr | None:
    """X of ``len(X)`` and of ``X.shape[0]``."""
    if isinstance(node, ast.Call):
        return node.args[0] if dotted_name(node.func) == "len" and len(node.args) == 1 else None
    if not isinstance(node, ast.Subscript) or constant(node.slice) != 0:
        return None
    size = node.value
    if isinstance(size, ast.Attribute) and dotted_name(size).endswith(".shape"):
        return size.value
    return None


def paired(target: ast.expr, value: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    """What an assignment gives each name: of ``x, y = f(x), f(y)`` there are two."""
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        yield from zip(target.elts, value.elts, strict=False)
    else:
        yield target, value


def full_name(source: Source, node: ast.AST) -> str:
    """A dotted name with what was imported in place of its short form: "numpy.random.rand"."""
    first, dot, rest = dotted_name(node).partition(".")
    return f"{source.imported.get(first, first)}{dot}{rest}"
