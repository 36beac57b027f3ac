"""Which way round a mask of the order in time is, as the source makes it."""

import ast

from etude.diagnoses.names import function_of
from etude.diagnoses.series import assigned_value
from etude.diagnoses.source import Source, argument, constant, dotted_name

EARLIER, LATER = "earlier", "later"
_TURNED = {EARLIER: LATER, LATER: EARLIER, "": ""}
_MOST_STEPS = 12
_NOT = "logical_not"
_METHODS = ("astype", "reshape")
# What joins two masks: one of them may be of padding.
_JOIN = ("maximum", "minimum", "logical_and", "logical_or", "multiply")


def ones_at(source: Source, mask: ast.AST | None, *, before: int, steps: int = _MOST_STEPS) -> str:
    """Whether a mask has its ones at earlier steps or at later ones; "" when that is not known."""

    def behind(node: ast.AST | None) -> str:
        return ones_at(source, node, before=before, steps=steps - 1)

    if mask is None or steps == 0:
        return ""
    if isinstance(mask, ast.Name | ast.Attribute):
        return behind(
            assigned_value(source, dotted_name(mask), before=before) or _elsewhere(source, mask)
        )
    if isinstance(mask, ast.UnaryOp) and isinstance(mask.op, ast.Invert | ast.Not):
        return _TURNED[behind(mask.operand)]
    if isinstance(mask, ast.BinOp):
        if isinstance(mask.op, ast.Sub) and constant(mask.left) == 1:
            return _TURNED[behind(mask.right)]
        joined = isinstance(mask.op, ast.Mult | ast.BitAnd | ast.BitOr)
        return behind(mask.left) or behind(mask.right) if joined else ""
    if isinstance(mask, ast.Compare):
        return _compared(mask, behind(mask.left))
    if isinstance(mask, ast.Subscript):
        return behind(mask.value)
    return _called(source, mask, before, steps) if isinstance(mask, ast.Call) else ""


def _elsewhere(source: Source, mask: ast.Name | ast.Attribute) -> ast.expr | None:
    """What is named alike where a function is called: a layer gets its mask from outside."""
    return assigned_value(source, dotted_name(mask), before=len(source.text.splitlines()))


def _compared(mask: ast.Compare, found: str) -> str:
    operator, other = mask.ops[0], constant(mask.comparators[0])
    if isinstance(operator, ast.Eq):
        return _TURNED[found] if other == 0 else found
    if isinstance(operator, ast.NotEq | ast.Gt):
        return found if other == 0 else _TURNED[found]
    return ""


def _called(source: Source, call: ast.Call, before: int, steps: int) -> str:
    name = dotted_name(call.func).rpartition(".")[2]
    if name == "band_part":
        return _of_band(call)
    if name in ("tril", "triu"):
        return EARLIER if name == "tril" else LATER
    function = function_of(source, call.func)
    if function is not None:
        end = max(getattr(function, "end_lineno", 0) or 0, before)
        returned = [n.value for n in ast.walk(function) if isinstance(n, ast.Return)]
        found = (ones_at(source, one, before=end, steps=steps - 1) for one in returned)
        return next((one for one in found if one), "")
    parts = call.args if name in _JOIN else call.args[:1]
    if name in _METHODS and isinstance(call.func, ast.Attribute):
        parts = [call.func.value]
    found_in = (ones_at(source, one, before=before, steps=steps - 1) for one in parts)
    told = next((one for one in found_in if one), "")
    return _TURNED[told] if name == _NOT else told


def _of_band(call: ast.Call) -> str:
    """``band_part(ones, -1, 0)`` keeps what lies below the diagonal: the steps before."""
    lower, upper = argument(call, "num_lower", 1), argument(call, "num_upper", 2)
    if (lower, upper) == (-1, 0):
        return EARLIER
    return LATER if (lower, upper) == (0, -1) else ""
