"""Where a program fills gaps, and where it makes some."""

import ast

from etude.diagnoses.names import value_of
from etude.diagnoses.source import Source, call_line, constant, last_name

_DEVIATIONS = ("std", "reduce_std", "nanstd")
_TESTS = ("isnan", "is_nan", "isna", "isfinite", "is_finite")


def filling_line(source: Source) -> int:
    """Line of ``nan_to_num``, ``where(isnan(x), ...)`` or ``x[isnan(x)] = ...``; 0 without one."""
    lines = [call_line(call) for call in source.calls("nan_to_num")]
    lines += [call_line(call) for call in source.calls("where") if _tests_for_gaps(call)]
    lines += [
        node.lineno
        for node in source.nodes
        if isinstance(node, ast.Assign) and any(map(_is_masked, node.targets))
    ]
    return min(lines, default=0)


def zero_line(source: Source) -> int:
    """Line of ``value or "0"``, where text without a number becomes 0; 0 without one."""
    lines = [
        node.lineno
        for node in source.nodes
        if isinstance(node, ast.BoolOp)
        and isinstance(node.op, ast.Or)
        and _is_zero(constant(node.values[-1]))
    ]
    return min(lines, default=0)


def deviation_line(source: Source) -> int:
    """Line of ``values / values.std(axis=0)``; 0 without one."""
    lines = [
        node.lineno
        for node in source.all(ast.BinOp)
        if isinstance(node.op, ast.Div) and _is_deviation(source, node.right, before=node.lineno)
    ]
    return min(lines, default=0)


def _is_deviation(source: Source, node: ast.expr, *, before: int) -> bool:
    """Whether it is a deviation as it is, with nothing added to it."""
    if isinstance(node, ast.Name):
        value = value_of(source, node.id, before=before)
        return value is not None and _is_deviation(source, value, before=value.lineno)
    return isinstance(node, ast.Call) and last_name(node.func) in _DEVIATIONS


def _is_zero(value: object) -> bool:
    return value in (0, "0", "0.0") and value is not False


def _is_masked(target: ast.expr) -> bool:
    return isinstance(target, ast.Subscript) and _tests_for_gaps(target.slice)


def _tests_for_gaps(node: ast.AST) -> bool:
    calls = (inner for inner in ast.walk(node) if isinstance(inner, ast.Call))
    return any(last_name(call.func) in _TESTS for call in calls)
