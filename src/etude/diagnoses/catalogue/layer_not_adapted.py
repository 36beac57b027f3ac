"""
A layer that prepares columns is used before it has seen any data.

## Why it hurts
`Discretization` finds its limits, and `FeatureSpace` its means and vocabularies, in `adapt`. Until then they have nothing to work with.

## Example
    import keras
    import numpy as np

    ages = np.array([3.0, 17.0, 42.0, 80.0])
    groups = keras.layers.Discretization(num_bins=2)
    print(groups(ages))

## Instead
    import keras
    import numpy as np

    ages = np.array([3.0, 17.0, 42.0, 80.0])
    groups = keras.layers.Discretization(num_bins=2)
    groups.adapt(ages)
    print(groups(ages))
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import call_line
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-5", "model-5", "dev-3")
GUIDE = "TensorFlow guide: Working with preprocessing layers"
EXPLAINS = ()

_SAID = re.compile(
    r"call `?\.?adapt\(dataset\)`? (?:before|on the)[^`]*?(?:using the )?`?(?P<kind>Discretization|FeatureSpace)`?",
    re.DOTALL,
)
_GIVEN = re.compile(
    r"Cannot adapt a (?P<kind>Discretization) layer that has been initialized with `bin_boundaries`"
)


def match(evidence: Evidence) -> Finding | None:
    if (given := said(evidence, _GIVEN)) is not None:
        return Finding(
            line=given[0].line,
            about="Discretization",
            evidence="Discretization was given its limits as bin_boundaries, and is adapted as well",
            change="leave adapt out; or Discretization(num_bins=4), which finds the limits in adapt",
        )
    stopped = said(evidence, _SAID)
    if stopped is None:
        return None
    error, found = stopped
    kind = found["kind"]
    made = next(reversed(evidence.source.calls(kind)), None)
    name = _name(evidence, made) or "layer"
    data = "dataset.map(lambda x, y: x)" if kind == "FeatureSpace" else "x_train"
    return Finding(
        line=call_line(made) if made is not None else error.line,
        about=kind,
        evidence=f"{kind} is used in line {error.line}, and was never adapted",
        change=f"{name}.adapt({data}), the training part alone, before line {error.line}",
    )


def _name(evidence: Evidence, made: ast.Call | None) -> str:
    kept = [one for one in evidence.source.all(ast.Assign) if one.value is made]
    return ast.unparse(kept[0].targets[0]) if kept else ""
