"""
The learning rate is a whole number, text or an array, and optimizers take a float.

## Why it hurts
Keras 3 looks at the type: `learning_rate=1` is refused where `1.0` is taken, and so is what NumPy or a command line
hands over. A whole number is rarely what was meant, too: Adam learns well at 0.001 and SGD at 0.01.

## Example
    import keras

    optimizer = keras.optimizers.SGD(learning_rate=1)

## Instead
    import keras

    optimizer = keras.optimizers.SGD(learning_rate=0.01)
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-9", "dev-2")
GUIDE = "Keras API: Optimizers"
EXPLAINS = ()

_REFUSED = re.compile(
    r"`learning_rate` should be float.*Received instead: learning_rate=(.*)", re.S
)
_MOST_SHOWN = 40


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    found = _REFUSED.search(error.message) if error is not None else None
    if error is None or found is None:
        return None
    given = found[1].strip().splitlines()[0][:_MOST_SHOWN]
    return Finding(
        line=next(_arguments(evidence, error.line), error.line),
        evidence=f"learning_rate is {given}, which is no float",
        change=f"{given}.0 would be taken, but 0.001 suits Adam and 0.01 SGD"
        if given.isdigit()
        else "hand over a float such as 0.001: float(rate)",
    )


def _arguments(evidence: Evidence, line: int) -> Iterator[int]:
    """Lines of the argument, in calls around the line that failed."""
    for node in evidence.source.nodes:
        if isinstance(node, ast.Call) and node.lineno <= line <= (node.end_lineno or 0):
            yield from (k.value.lineno for k in node.keywords if k.arg == "learning_rate")
