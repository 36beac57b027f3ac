"""A missing number is treated as its column's mean or median over the training rows."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.prepared_rows import (
    built,
    features,
    joined,
    numbers_of,
    responding,
    variants,
)
from etude.checks.values import Value
from etude.checks.what_ifs import Array
from etude.domain.verdict import Verdict

# Of the distance between the features of a column's least and largest value.
_TOLERANCE = 1e-4
_MEDIANS = ("median", "lower median", "upper median")


class FillsGaps(Check, frozen=True, kw_only=True):
    """Attributes:
    function: builds the preprocessor from rows; rows: a dict of raw columns.
    by: what a gap may be filled with: "mean", "median" or both.
    """

    function: str
    rows: Value
    by: tuple[str, ...] = ("mean", "median")

    @property
    def title(self) -> str:
        statistics = " or ".join(self.by)
        return f"a missing number counts as the {statistics} of its column in the training rows"

    def probe(self, live: Live) -> Facts:
        preprocessor = built(live, self.function, self.rows)
        rows = live.value(self.rows)
        names = numbers_of(rows)
        candidates = [_candidates(rows[name]) for name in names]
        tried = [
            variants(rows, name, list(values.values()))
            for name, values in zip(names, candidates, strict=True)
        ]
        with live.learner():
            made = features(live, preprocessor, joined(tried))
        pieces = made.reshape(len(names), -1, made.shape[1])
        found = [_gap(*one) for one in zip(names, candidates, pieces, strict=True)]
        holes = {name: int(np.isnan(rows[name]).sum()) for name in names}
        return {"gaps": [gap | {"in_training_rows": holes[gap["column"]]} for gap in found]}

    def judge(self, facts: Facts) -> Verdict:
        expected = f"finite features, those of the column's {' or '.join(self.by)}"
        broken = [gap["column"] for gap in facts["gaps"] if not gap["finite"]]
        if broken:
            return self.failed(
                expected=expected,
                received=f"NaN or infinite features for a gap in {_listed(broken)}",
                attempt="fill gaps in every numeric column, before scaling; later rows have more",
            )
        strange = [gap for gap in facts["gaps"] if not set(self._like()) & set(gap["like"])]
        if strange:
            return self.failed(
                expected=expected,
                received=_received(strange[0]),
                attempt="compute the statistic of the known values: np.nanmedian(column)",
            )
        return self.passed()

    def _like(self) -> tuple[str, ...]:
        return self.by + (_MEDIANS if "median" in self.by else ())


def _candidates(column: Array) -> Mapping[str, float]:
    """A gap, what may be in its place, and both ends of the column."""
    known = column[~np.isnan(column)].astype(np.float64)
    return {
        "gap": float("nan"),
        "mean": float(known.mean()),
        "median": float(np.median(known)),
        "lower median": float(np.percentile(known, 50, method="lower")),
        "upper median": float(np.percentile(known, 50, method="higher")),
        "zero": 0.0,
        "least": float(known.min()),
        "largest": float(known.max()),
    }


def _gap(name: str, values: Mapping[str, float], made: Array) -> dict[str, Any]:
    """Which of the values a gap is treated like, over the features that the column moves.

    A flag that says "was missing" is none of these: it is the same for all known values.
    """
    by_name = dict(zip(values, made, strict=True))
    moved = responding(made[1:])
    span = np.abs(by_name["largest"] - by_name["least"])[moved]
    like = [
        other
        for other in values
        if other != "gap"
        and (np.abs(by_name["gap"] - by_name[other])[moved] <= _TOLERANCE * (1 + span)).all()
    ]
    return {
        "column": name,
        "finite": bool(np.isfinite(by_name["gap"]).all()),
        "like": like if moved.any() else [],
        "moves": bool(moved.any()),
        "median": values["median"],
    }


def _received(gap: Mapping[str, Any]) -> str:
    if not gap["moves"]:
        return f"features that do not change with {gap['column']} at all"
    if "zero" in gap["like"]:
        return f"a gap in {gap['column']} counts as 0; its median is {gap['median']:g}"
    if gap["like"]:
        return f"a gap in {gap['column']} counts as its {gap['like'][0]} value"
    return f"a gap in {gap['column']} counts as something else"


def _listed(names: list[str]) -> str:
    return (
        ", ".join(names) if len(names) < 4 else f"{', '.join(names[:3])} and {len(names) - 3} more"
    )
