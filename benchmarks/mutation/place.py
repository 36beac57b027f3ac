"""Where a finding must point that is about a change: a simple rule, the same for all operators.

The line must lie in the statement that was changed, or, of a list of layers, in the changed one.
Where what is wrong is handed on, a statement that reads it afterwards counts as well, or the next
layer of the list; and of the last layer, the loss and the targets, which must fit each other, each
stands for the others.
"""

import ast
from collections.abc import Iterator

from mutation.code import COMPOUND, Change, Code
from mutation.stacks import element_of_stack, last_layers, losses, next_layers, targets


def lines_of(code: Code, change: Change) -> frozenset[int]:
    """The lines at which a finding may point."""
    statement = code.statement_of(change.piece)
    lines = set(_span(element_of_stack(code, change.piece) or statement))
    is_whole = change.piece in (statement, getattr(statement, "value", None))
    given = names_given(statement) if is_whole or not isinstance(statement, ast.Expr) else set()
    if change.handed_on:
        lines |= {line for layer in next_layers(code, change.piece) for line in _span(layer)}
        for later in code.statements:
            if later.lineno > statement.lineno and given & set(_names(later, ast.Load)):
                lines |= set(_span(later))
    if change.one_of_contract or (change.handed_on and given & targets(code)):
        for part in (*last_layers(code), *losses(code)):
            lines |= set(_span(element_of_stack(code, part) or code.statement_of(part)))
    return frozenset(lines)


def names_given(statement: ast.stmt) -> frozenset[str]:
    """Names that a statement binds, or whose object one of its methods may change."""
    bound = set(_names(statement, ast.Store))
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
        bound.add(owner(statement.value.func))
    if isinstance(statement, ast.Assign):
        bound |= {owner(target) for target in statement.targets}
    return frozenset(bound - {""})


def owner(part: ast.expr) -> str:
    """ "model" of ``model.compile``, "table" of ``table["age"]``, "" of what belongs to nothing."""
    inner = part
    while isinstance(inner, ast.Attribute | ast.Subscript):
        inner = inner.value
    return inner.id if isinstance(inner, ast.Name) and inner is not part else ""


def _names(statement: ast.stmt, context: type[ast.expr_context]) -> Iterator[str]:
    for part in _parts(statement):
        for node in ast.walk(part):
            if isinstance(node, ast.Name) and isinstance(node.ctx, context):
                yield node.id


def _parts(statement: ast.stmt) -> Iterator[ast.AST]:
    """All of a simple statement, the head of one that holds others."""
    if not isinstance(statement, COMPOUND):
        yield statement
        return
    for child in ast.iter_child_nodes(statement):
        if not isinstance(child, ast.stmt | ast.ExceptHandler):
            yield child


def _span(node: ast.stmt | ast.expr) -> range:
    if isinstance(node, COMPOUND):
        return range(node.lineno, node.body[0].lineno)
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)
