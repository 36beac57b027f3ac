"""
A number that only says which row it is, is given to the network as a feature.

## Why it hurts
`to_csv` writes the index as a first column without a name, and `read_csv` reads it back as "Unnamed: 0". Such a
number, or an id, says nothing about a new row. Where the file was sorted it even gives the answer away: the network
learns that large numbers are sick, tests well on rows of the same file, and fails on the next patient. In any case the
number is far larger than what it has seen as soon as new rows come.

## Example
    import io

    import keras
    import numpy as np
    import pandas as pd

    rng = np.random.default_rng(0)
    written = pd.DataFrame({"dose": rng.normal(size=80), "sick": rng.integers(0, 2, 80)}).to_csv()

    frame = pd.read_csv(io.StringIO(written))
    x, y = frame.drop(columns="sick"), frame["sick"]
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(x, y, verbose=0)

## Instead
    import io

    import keras
    import numpy as np
    import pandas as pd

    rng = np.random.default_rng(0)
    written = pd.DataFrame({"dose": rng.normal(size=80), "sick": rng.integers(0, 2, 80)}).to_csv()

    frame = pd.read_csv(io.StringIO(written), index_col=0)
    x, y = frame.drop(columns="sick"), frame["sick"]
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(x, y, verbose=0)
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.asked import behind_learned
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import dotted_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("data-6", "data-2", "dev-3")
GUIDE = "TensorFlow tutorial: Load a pandas DataFrame"
EXPLAINS = ("trained_too_short",)

# What pandas calls a column without a name, and what people call a number that is no quantity.
_NAMES = re.compile(r"Unnamed: 0(\.\d+)?|(.*[a-z_ ])?I[dD]|(.*[_ ])?id", re.ASCII)


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        # An id may have a vector of its own for each number.
        named = _numbering(evidence, fit) if not fit.model.layers_of("Embedding") else ()
        for line, name in named:
            if _NAMES.fullmatch(name):
                return Finding(
                    line=_line_of_choice(evidence, fit) or line,
                    about=name,
                    evidence=f"the column {name!r} is another whole number in every row, and line {line} takes it "
                    "among the features",
                    change=_change(name),
                )
    return None


def _change(name: str) -> str:
    if name.startswith("Unnamed"):
        return "read it as the index: pd.read_csv(..., index_col=0), or write the file with index=False"
    return f"leave it out: frame.drop(columns=[{name!r}])"


def _numbering(evidence: Evidence, fit: Fit) -> Iterator[tuple[int, str]]:
    """Columns that number rows, in the table that ``fit`` was given or that was scaled for it."""
    yield from ((fit.line, name) for name in fit.train.numbering)
    inputs = fit.train.part("0")
    shape = list(inputs.shape) if inputs is not None else []
    for call in evidence.calls_of("scaled"):
        if call.line <= fit.line and shape[1:] == [call.arguments["columns"]]:
            yield from ((call.line, name) for name in call.arguments["numbering"])


def _line_of_choice(evidence: Evidence, fit: Fit) -> int:
    """Where columns were last chosen or dropped for the inputs; 0 where that is not written."""
    return max(
        (
            getattr(node, "lineno", 0)
            for node in behind_learned(evidence.source, fit)
            if isinstance(node, ast.Call) and dotted_name(node.func).endswith(".drop")
        ),
        default=0,
    )
