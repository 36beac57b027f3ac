"""Functions of the person's own that end without returning what they made."""

import ast
from collections.abc import Iterator

from etude.diagnoses.source import Source


def silent_function(source: Source, made: ast.expr | None) -> ast.FunctionDef | None:
    """The function of the file that this calls by its name, when it returns nothing on any way."""
    name = made.func.id if isinstance(made, ast.Call) and isinstance(made.func, ast.Name) else ""
    found = next((one for one in source.functions() if name and one.name == name), None)
    if found is None:
        return None
    inside = list(_own(found))
    gives = any(isinstance(one, ast.Return) and one.value is not None for one in inside)
    yields = any(isinstance(one, ast.Yield | ast.YieldFrom) for one in inside)
    return None if gives or yields else found


def last_made(function: ast.FunctionDef, wanted: str) -> str:
    """What it should give: what it made under the same name, else what it made last."""
    made = [
        ast.unparse(t) for one in function.body if isinstance(one, ast.Assign) for t in one.targets
    ]
    if wanted in made:
        return wanted
    last = function.body[-1]
    if isinstance(last, ast.FunctionDef):
        return last.name
    if isinstance(last, ast.Assign) and len(last.targets) == 1:
        return ast.unparse(last.targets[0])
    return ast.unparse(last.value) if isinstance(last, ast.Expr) else ""


def _own(node: ast.AST) -> Iterator[ast.AST]:
    """What is inside, but for functions inside, which have a return of their own."""
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, ast.FunctionDef | ast.Lambda | ast.ClassDef):
            yield from _own(child)
