"""
What is called a test is measured on the rows that the network learned from.

## Why it hurts
A network knows the rows that it was trained on, some of them by heart. Their score says how well it remembers; only rows that it has not seen say
what it will do with new ones. The names `x_train` and `x_test` differ by one word, and nothing complains when the wrong one is given.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    rows = rng.normal(size=(300, 5)).astype("float32")
    targets = rows[:, :1] - 2 * rows[:, 1:2]
    rows_train, rows_test, targets_train, targets_test = rows[:200], rows[200:], targets[:200], targets[200:]

    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(1)])
    model.compile(keras.optimizers.Adam(0.05), "mse")
    model.fit(rows_train, targets_train, epochs=20, verbose=0)
    test_loss = model.evaluate(rows_train, targets_train, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    rows = rng.normal(size=(300, 5)).astype("float32")
    targets = rows[:, :1] - 2 * rows[:, 1:2]
    rows_train, rows_test, targets_train, targets_test = rows[:200], rows[200:], targets[:200], targets[200:]

    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(1)])
    model.compile(keras.optimizers.Adam(0.05), "mse")
    model.fit(rows_train, targets_train, epochs=20, verbose=0)
    test_loss = model.evaluate(rows_test, targets_test, verbose=0)
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, spans
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, TensorSample

SEVERITY = Severity.SILENT
SKILLS = ("data-6", "model-11")
GUIDE = "TensorFlow tutorial: Overfit and underfit"
EXPLAINS = ()

_TEST = re.compile(r"(?:^|[^a-z])(?:test|holdout|held.out|unseen)", re.IGNORECASE)
_PARTS = ("0", "1")


def match(evidence: Evidence) -> Finding | None:
    for call in evidence.calls_of("Model.evaluate"):
        learned = [
            fit for fit in evidence.fits if fit.model.key == (call.model.key if call.model else "")
        ]
        if call.data is None or not any(_same(call.data, fit.train) for fit in learned):
            continue
        if _called_test(evidence.source, call.line):
            return Finding(
                line=call.line,
                evidence=f"line {call.line} calls it a test, and evaluates the rows that fit in line {learned[-1].line} learned from",
                change="give evaluate the part that was held back: evaluate(x_test, y_test)",
            )
    return None


def _same(asked: Data, learned: Data) -> bool:
    """Whether both have as many rows, and the same numbers as far as they were looked at."""
    if (
        asked.kind != "arrays"
        or learned.kind != "arrays"
        or asked.cardinality != learned.cardinality
    ):
        return False
    pairs = [(asked.part(path), learned.part(path)) for path in _PARTS]
    return all(one is not None and other is not None and _alike(one, other) for one, other in pairs)


def _alike(one: TensorSample, other: TensorSample) -> bool:
    told = [(part.shape, part.low, part.high, part.mean, part.deviation) for part in (one, other)]
    return told[0] == told[1] and one.deviation is not None


def _called_test(source: Source, line: int) -> bool:
    """Whether a name that it is given, or a text beside it, says so, and no name of what is asked."""
    for node in source.nodes:
        if isinstance(node, ast.Assign) and spans(node, line):
            return any(_TEST.search(ast.unparse(target)) for target in node.targets)
        if isinstance(node, ast.Expr) and spans(node, line):
            texts = (one.value for one in ast.walk(node) if isinstance(one, ast.Constant))
            return any(isinstance(text, str) and _TEST.search(text) for text in texts)
    return False
