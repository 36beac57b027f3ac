"""What stands in a program as itself: numbers and words."""

import ast


def whole_number(node: ast.AST | None) -> int | None:
    """-1 of ``-1``; None of anything but a whole number."""
    value = _value(node)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def fraction(node: ast.AST | None) -> float | None:
    """0.001 of ``1e-3``; None of anything but a number with a point or an exponent."""
    value = _value(node)
    return value if isinstance(value, float) else None


def word(node: ast.AST | None) -> str | None:
    """The text of a string; None of anything else."""
    value = _value(node)
    return value if isinstance(value, str) else None


def _value(node: ast.AST | None) -> object:
    if not isinstance(node, ast.Constant | ast.UnaryOp):
        return None
    try:
        return ast.literal_eval(node)
    except (ValueError, TypeError):
        return None
