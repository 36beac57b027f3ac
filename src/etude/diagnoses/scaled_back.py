"""What a program turns back into the units of its data."""

import ast

from etude.diagnoses.origins import origins
from etude.diagnoses.series import assigned_value
from etude.diagnoses.source import Source, dotted_name, last_name

_ASKS = ("predict", "predict_on_batch")
_ERRORS = (
    *(
        "mean_squared_error",
        "mean_absolute_error",
        "root_mean_squared_error",
        "median_absolute_error",
    ),
    "evaluate",
)
# The same number in another shape or kind, or the root of it.
_SAME_NUMBER = (
    "array",
    "asarray",
    "float",
    "float32",
    "reshape",
    "expand_dims",
    "item",
    "sqrt",
    "round",
)
_MEANS = ("mean", "nanmean", "average", "reduce_mean")
_WITHOUT_SIGN = ("abs", "absolute", "square", "squared_difference")


def turns_answer(source: Source, call: ast.Call) -> bool:
    """Whether what ``inverse_transform`` is given is what a model answered."""
    answered = call.args[0] if call.args else None
    return answered is not None and is_answer(source, answered)


def is_answer(source: Source, node: ast.expr) -> bool:
    """Whether an answer of a model is behind a value."""
    return any(_asks(one) for one in origins(source, node, before=node.lineno))


def _asks(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and last_name(node.func) in _ASKS


def is_error(source: Source, node: ast.expr) -> bool:
    """Whether a value is a mean error, written there or under a name: ``[[mse]]``, ``score[0]``."""
    if isinstance(node, ast.List | ast.Tuple):
        return len(node.elts) == 1 and is_error(source, node.elts[0])
    if isinstance(node, ast.Subscript | ast.Name | ast.Attribute):
        return _is_named_error(source, node)
    if isinstance(node, ast.BinOp):  # mse ** 0.5
        return isinstance(node.op, ast.Pow) and is_error(source, node.left)
    return isinstance(node, ast.Call) and _gives_error(source, node)


def _is_named_error(source: Source, node: ast.Subscript | ast.Name | ast.Attribute) -> bool:
    """A name that was given one, a part of what ``evaluate`` gave, ``log.history["loss"][-1]``."""
    if isinstance(node, ast.Subscript):
        index = node.slice.value if isinstance(node.slice, ast.Constant) else None
        of_history = isinstance(index, str) and dotted_name(node.value).endswith("history")
        return of_history or is_error(source, node.value)
    value = assigned_value(source, dotted_name(node), before=node.lineno)
    return value is not None and value.lineno < node.lineno and is_error(source, value)


def _gives_error(source: Source, call: ast.Call) -> bool:
    name = last_name(call.func)
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    given = call.args[0] if call.args else None
    if name in _ERRORS:
        return True
    if name in _MEANS:
        return _has_no_sign(source, given or owner)
    if name in _SAME_NUMBER:
        return any(one is not None and is_error(source, one) for one in (given, owner))
    return False


def _has_no_sign(source: Source, node: ast.expr | None) -> bool:
    """Absolute or squared differences, written there or under a name."""
    if isinstance(node, ast.Name):
        node = assigned_value(source, node.id, before=node.lineno - 1)
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Pow) and _is_difference(source, node.left)
    called = last_name(node.func) if isinstance(node, ast.Call) else ""
    return called in _WITHOUT_SIGN


def _is_difference(source: Source, node: ast.expr) -> bool:
    if isinstance(node, ast.Name):
        node = assigned_value(source, node.id, before=node.lineno - 1) or node
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub)
