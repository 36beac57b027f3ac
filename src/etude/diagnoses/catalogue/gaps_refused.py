"""
scikit-learn is given gaps, NaN or infinite numbers, and refuses them.

## Why it hurts
Most of its models, scalers of rows and measures count with every value, and a gap has none. A gap in the inputs is filled with what
the known training values say, a row without its target is left out. Infinite values come from a division by zero. And predictions
that are NaN come from a network whose weights are: then it is the training that has to be looked at, not the measure.

## Example
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    ages = np.array([[22.0], [38.0], [np.nan], [35.0]])
    model = LogisticRegression().fit(ages, [0, 1, 1, 0])

## Instead
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    ages = np.array([[22.0], [38.0], [np.nan], [35.0]])
    ages = np.where(np.isnan(ages), np.nanmedian(ages), ages)
    model = LogisticRegression().fit(ages, [0, 1, 1, 0])
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import calls_around
from etude.diagnoses.source import last_name
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-3", "data-2", "dev-3")
GUIDE = "scikit-learn user guide: Imputation of missing values"
EXPLAINS = ()

_SAID = re.compile(r"Input (?:(?P<part>[Xy]|\w+) )?contains (?P<what>NaN|infinity)")
_MODELS = ("fit", "fit_transform", "transform", "predict", "score", "fit_predict", "predict_proba")


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _SAID)
    if stopped is None:
        return None
    error, found = stopped
    part, what = found["part"] or "", found["what"]
    name = _name(evidence, error.line, part)
    return Finding(
        line=error.line,
        about=name,
        evidence=f"{name or 'what is given here'} holds {'NaN' if what == 'NaN' else 'infinite or far too large numbers'}",
        change=_change(part, what, name or "x"),
    )


def _name(evidence: Evidence, line: int, part: str) -> str:
    """What is written for X, the first, or y, the second; "" of a measure, where it can be either."""
    for call in reversed(calls_around(evidence.source, line)):
        verb = last_name(call.func)
        named = next((one.value for one in call.keywords if one.arg == part), None)
        place = {"X": 0, "y": 1}.get(part)
        placed = call.args[place : place + 1] if place is not None and verb in _MODELS else []
        node = named or next(iter(placed), None)
        if isinstance(node, ast.Name | ast.Attribute | ast.Subscript):
            return ast.unparse(node)
    return ""


def _change(part: str, what: str, name: str) -> str:
    if what != "NaN":
        return f"find the division by zero, or take them for gaps, {name} = np.where(np.isinf({name}), np.nan, {name}), and fill those"
    if part == "X":
        return (
            f"SimpleImputer(strategy='median') before, fitted on the training rows; a table says how many with {name}.isna().sum(); "
            "HistGradientBoosting models take gaps as they are"
        )
    if part == "y":
        return f"leave out the rows whose target is missing, of inputs and targets alike: known = ~np.isnan({name})"
    return "np.isnan(...).sum() of both tells which: gaps among the targets are left out; predictions that are NaN come from a training that went wrong"
