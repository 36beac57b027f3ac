"""A preprocessor takes raw columns as they are stored and gives a row of numbers for each row."""

from typing import Any

import numpy as np

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.prepared_rows import Rows, built, features
from etude.checks.values import Value
from etude.domain.verdict import Verdict

_ROWS = 64
_TOLERANCE = 1e-4


class AcceptsRawRows(Check, frozen=True, kw_only=True):
    """Attributes: function: builds the preprocessor from rows; rows: a dict of raw columns."""

    function: str
    rows: Value

    @property
    def title(self) -> str:
        return f"what {self.function} returns turns raw rows into a matrix of numbers, row by row"

    def probe(self, live: Live) -> Facts:
        preprocessor = built(live, self.function, self.rows)
        if not callable(preprocessor):
            return {"came": _name(preprocessor)}
        rows = {name: column[:_ROWS] for name, column in live.value(self.rows).items()}
        seen = _described(live, preprocessor)
        with live.learner():
            made = np.asarray(features(live, preprocessor, rows))
            alone = features(live, preprocessor, {n: column[:1] for n, column in rows.items()})
        return seen | {
            "shape": list(made.shape),
            "rows": _count(rows),
            "apart": _apart(made, alone),
        }

    def judge(self, facts: Facts) -> Verdict:
        expected = f"a model that gives a matrix ({facts.get('rows', 'rows')}, features)"
        if "shape" not in facts:
            return self.failed(
                expected=expected,
                received=f"{self.function} returned {facts['came']}",
                attempt="return keras.Model(inputs, outputs), the inputs a dict by column",
            )
        shape = facts["shape"]
        if len(shape) != 2 or shape[0] != facts["rows"]:
            return self.failed(
                expected=expected,
                received=f"shape {tuple(shape)} for {facts['rows']} rows",
                attempt="join the features of all columns with one Concatenate layer",
            )
        if facts["apart"] > _TOLERANCE:
            return self.failed(
                expected="the same features for a row alone and among other rows",
                received=f"features that differ by {facts['apart']:.3g}",
                attempt="take statistics from the training rows once, not from each batch",
            )
        return self.passed()


def _count(rows: Rows) -> int:
    return len(next(iter(rows.values())))


def _name(thing: Any) -> str:
    return "nothing" if thing is None else f"a {type(thing).__name__}"


def _described(live: Live, preprocessor: Any) -> dict[str, Any]:
    if isinstance(preprocessor, live.keras.Model):
        return {"model": live.describe_model(preprocessor)}
    return {}


def _apart(made: Any, alone: Any) -> float:
    """How far the first row's features are from those it gets alone; NaN matches NaN."""
    if made.ndim != 2 or alone.shape != (1, made.shape[1]):
        return 0.0
    apart = np.abs(made[0] - alone[0])
    return float(np.max(np.where(np.isnan(made[0]) & np.isnan(alone[0]), 0.0, apart), initial=0.0))
