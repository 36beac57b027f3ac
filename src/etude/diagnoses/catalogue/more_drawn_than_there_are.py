"""
More rows are drawn than there are, each of them once at most.

## Why it hurts
A draw without putting back ends when all are drawn. For a rare class that is to become as frequent as the others the same rows have
to come several times, `replace=True`, in the training part alone: copies on both sides of a split are seen in training and in the
test. For a small sample, or a memory that is still filling, no more can be asked for than are there.

## Example
    import pandas as pd

    rare = pd.DataFrame({"amount": [12.0, 80.0, 41.0]})
    balanced = rare.sample(n=10, random_state=0)

## Instead
    import pandas as pd

    rare = pd.DataFrame({"amount": [12.0, 80.0, 41.0]})
    balanced = rare.sample(n=10, replace=True, random_state=0)
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import calls_around
from etude.diagnoses.source import Source, last_name
from etude.diagnoses.stops import said
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-6", "model-10", "dev-3")
GUIDE = "pandas user guide: Indexing and selecting data"
EXPLAINS = ()

# pandas, NumPy, scikit-learn and Python, each in its own words.
_SAID = re.compile(
    r"larger sample than population|Sample larger than population|upsampling the population"
    r"|Cannot sample \d+ out of arrays with dim \d+ when replace is False"
)
# Which argument says how many; of a method the rows stand before the dot.
_PLACES = {"sample": ("n", "k", "frac"), "choice": ("size",), "resample": ("n_samples",)}
_OF_TABLE = ("n", "frac")


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _SAID)
    if stopped is None:
        return None
    error, _ = stopped
    call = _draw(evidence.source, error.line)
    if call is None or not isinstance(call.func, ast.Attribute | ast.Name):
        return None
    of, many = _drawn(call, error)
    rows = _rows(error, of)
    grouped = "groupby(" in of
    has = f"{of} has {rows}" if rows else f"there are fewer{' in a group' if grouped else ''}"
    share = any(one.arg == "frac" for one in call.keywords)
    return Finding(
        line=error.line,
        about=of,
        evidence=f"{many or 'more'}{' times the rows' if share else ''} are drawn without putting back, and {has}",
        change=_change(call, of, many),
    )


def _draw(source: Source, line: int) -> ast.Call | None:
    calls = [one for one in calls_around(source, line) if last_name(one.func) in _PLACES]
    return calls[-1] if calls else None


def _drawn(call: ast.Call, error: Error) -> tuple[str, str]:
    """What is drawn from, and how many, as they are written."""
    named = {one.arg: ast.unparse(one.value) for one in call.keywords}
    many = next((named[one] for one in _PLACES[last_name(call.func)] if one in named), "")
    placed = [ast.unparse(one) for one in call.args]
    if isinstance(call.func, ast.Attribute) and _is_method(call, error):
        return ast.unparse(call.func.value), many or next(iter(placed), "")
    return next(iter(placed), ""), many or (placed[1] if len(placed) > 1 else "")


def _is_method(call: ast.Call, error: Error) -> bool:
    """``table.sample(n)``; of ``random.sample(rows, n)`` and ``rng.choice(n, size)`` the rows come first."""
    return last_name(call.func) == "sample" and error.raised_by.startswith(("pandas.", "numpy."))


def _rows(error: Error, of: str) -> str:
    shape = next((one.shape for one in error.operands if one.name == of and one.shape), None)
    return f"{shape[0]} rows" if shape else ""


def _change(call: ast.Call, of: str, many: str) -> str:
    if last_name(call.func) == "sample" and not any(one.arg in _OF_TABLE for one in call.keywords):
        of_python = isinstance(call.func, ast.Attribute) and of != ast.unparse(call.func.value)
        if of_python:
            return f"wait until there are enough: if len({of}) >= {many or 'n'}; or min({many or 'n'}, len({of})); random.choices(...) puts back"
    counted = bool(many) and not any(one.arg == "frac" for one in call.keywords)
    least = (
        f"; for a smaller sample min({many}, len({of}))" if counted and of.isidentifier() else ""
    )
    return f"replace=True, in the training part alone, draws rows several times{least}"
