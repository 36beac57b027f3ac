"""
A number is compared with NaN, which equals nothing, not even itself.

## Why it hurts
`value == float("nan")` is False whatever the value is, and `value != np.nan` is always True. The branch that should
catch a diverged loss, or a gap in a table, is never taken, or always; no error says so.

## Example
    import numpy as np

    losses = np.array([2.3, np.nan])
    if losses[-1] == np.nan:
        print("the training has diverged")

## Instead
    import numpy as np

    losses = np.array([2.3, np.nan])
    if np.isnan(losses[-1]):
        print("the training has diverged")
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import full_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("model-10", "data-3", "dev-3")
GUIDE = "NumPy reference: numpy.isnan"
EXPLAINS = ()

_NAMES = frozenset({"numpy.nan", "numpy.NaN", "numpy.NAN", "math.nan"})
_ALWAYS = (ast.Eq, ast.NotEq)


def match(evidence: Evidence) -> Finding | None:
    for node in evidence.source.nodes:
        if not isinstance(node, ast.Compare) or not isinstance(node.ops[0], _ALWAYS):
            continue
        sides = [node.left, *node.comparators]
        if any(_is_nan(evidence, side) for side in sides) and len(sides) == 2:
            always = "False" if isinstance(node.ops[0], ast.Eq) else "True"
            asked = next(side for side in sides if not _is_nan(evidence, side) or side is sides[-1])
            return Finding(
                line=node.lineno,
                evidence=f"{ast.unparse(node)} is always {always}",
                change=f"math.isnan({ast.unparse(asked)}), or np.isnan for arrays",
            )
    return None


def _is_nan(evidence: Evidence, node: ast.expr) -> bool:
    """``float("nan")``, ``np.nan`` or ``math.nan``."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float":
        text = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else ""
        return isinstance(text, str) and text.strip().lower() == "nan"
    return full_name(evidence.source, node) in _NAMES
