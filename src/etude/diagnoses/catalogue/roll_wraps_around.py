"""
A series is compared with a rolled copy of itself, whose first values come from its end.

## Why it hurts
`np.roll` moves values along and brings those that fall off the end back to the beginning: the value "before" the first
one is the last one. Every difference is right but the first, and that one compares the beginning of the series with
its end, which in a series that rises is the largest of all.

## Example
    import numpy as np

    series = np.arange(10.0) ** 2
    steps = np.abs(series - np.roll(series, 1))
    print(steps.mean())

## Instead
    import numpy as np

    series = np.arange(10.0) ** 2
    steps = np.abs(series[1:] - series[:-1])
    print(steps.mean())
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import root, value_of
from etude.diagnoses.source import Source, constant, dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.WARNING
SKILLS = ("series-3", "series-1", "dev-3")
GUIDE = "TensorFlow tutorial: Time series forecasting"


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for difference in _differences(source):
        roll = _rolled(source, difference)
        if roll is not None and not _is_cut(source, difference, roll):
            name, steps = root(roll.args[0]), _steps(roll)
            return Finding(
                line=difference.lineno,
                about=name,
                evidence=f"`{ast.unparse(difference)}` in line {difference.lineno} compares the first values of "
                f"{name} with its last ones, which roll brought to the front",
                change=f"compare {name}[{steps}:] with {name}[:-{steps}]",
            )
    return None


def _differences(source: Source) -> Iterator[ast.BinOp]:
    for node in source.nodes:
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub):
            yield node


def _rolled(source: Source, difference: ast.BinOp) -> ast.Call | None:
    """The call of ``roll`` that gave one side, when the other side is what was rolled."""
    for side, other in (
        (difference.left, difference.right),
        (difference.right, difference.left),
    ):
        made: ast.AST | None = side
        if isinstance(side, ast.Name):
            made = value_of(source, side.id, before=difference.lineno)
        if isinstance(made, ast.Call) and dotted_name(made.func).endswith("roll") and made.args:
            rolled = made.args[0]
            if isinstance(other, ast.Name) and dotted_name(rolled) == other.id:
                return made
    return None


def _is_cut(source: Source, difference: ast.BinOp, roll: ast.Call) -> bool:
    """Whether the first values are left out later, or replaced."""
    names = {
        dotted_name(target)
        for node in source.nodes
        if isinstance(node, ast.Assign)
        and any(one is difference or one is roll for one in ast.walk(node.value))
        for target in node.targets
    }
    for node in source.nodes:
        if isinstance(node, ast.Subscript):
            inside = any(one is difference for one in ast.walk(node.value))
            if inside or dotted_name(node.value) in names:
                return True
    return False


def _steps(roll: ast.Call) -> str:
    steps = constant(roll.args[1]) if len(roll.args) > 1 else None
    return str(abs(steps)) if isinstance(steps, int) else "n"
