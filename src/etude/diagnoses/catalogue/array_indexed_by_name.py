"""
An array is asked for a column by its name.

## Why it hurts
An array has places, and no names. A table becomes one on the way: `.values`, `.to_numpy()`, `train_test_split` of arrays and what a scaler's
`fit_transform` returns have lost the names of their columns. NumPy then says which things it takes between the brackets, and a name is none.

## Example
    import pandas as pd
    from sklearn.preprocessing import StandardScaler

    table = pd.DataFrame({"size": [60.0, 80.0, 95.0], "price": [200.0, 240.0, 310.0]})
    scaled = StandardScaler().fit_transform(table)
    prices = scaled["price"]

## Instead
    import pandas as pd
    from sklearn.preprocessing import StandardScaler

    table = pd.DataFrame({"size": [60.0, 80.0, 95.0], "price": [200.0, 240.0, 310.0]})
    scaled = pd.DataFrame(StandardScaler().fit_transform(table), columns=table.columns)
    prices = scaled["price"]
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, constant, spans
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-2", "dev-1")
GUIDE = "TensorFlow tutorial: Load a pandas DataFrame"
EXPLAINS = ()

_SAID = re.compile(r"^only integers, slices")

_LIST = re.compile(r"^list indices must be integers or slices, not str")


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _SAID)
    if stopped is None:
        return _of_a_list(evidence)
    error, _ = stopped
    for array, name in _by_name(evidence.source, error.line):
        return Finding(
            line=error.line,
            about=array,
            evidence=f"{array} is an array, and is asked for {name}: its columns have places, no names",
            change=f"by its place, {array}[:, 0] for the first column; or keep the names, "
            f"pd.DataFrame({array}, columns=table.columns)",
        )
    return None


def _of_a_list(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _LIST)
    if stopped is None:
        return None
    error, _ = stopped
    for asked, name in _by_name(evidence.source, error.line):
        owner, _, last = asked.rpartition(".")
        return Finding(
            line=error.line,
            about=asked,
            evidence=f"{asked} is a list, and is asked for {name}: its entries have places, no names",
            change=f"{owner}.get_layer({name})"
            if last == "layers"
            else f"take an entry first: {asked}[0][{name}]; or all of them: [one[{name}] for one in {asked}]",
        )
    return None


def _by_name(source: Source, line: int) -> Iterator[tuple[str, str]]:
    """What is asked on this line, and for which text or which of them."""
    for one in source.all(ast.Subscript):
        asked = one.slice.elts if isinstance(one.slice, ast.Tuple | ast.List) else [one.slice]
        if spans(one, line) and any(isinstance(constant(part), str) for part in asked):
            yield ast.unparse(one.value), ast.unparse(one.slice)
