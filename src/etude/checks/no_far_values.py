"""No value of a table lies far from all others of its column."""

from collections.abc import Mapping
from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.verdict import Verdict


class NoFarValues(Check, frozen=True, kw_only=True):
    """What is put in place of a gap must be a value that a row could have.

    Attributes:
      of: arrays of shape (rows, columns); columns: their names, for messages.
      deviations: how many standard deviations of its column a value may be from its mean.
    """

    of: tuple[Value, ...]
    columns: tuple[str, ...]
    deviations: float = 5.0

    @property
    def title(self) -> str:
        return f"{' and '.join(map(str, self.of))} hold no value far from its column"

    def probe(self, live: Live) -> Facts:
        return {"furthest": [_furthest(live, live.value(one)) for one in self.of]}

    def judge(self, facts: Facts) -> Verdict:
        for of, found in zip(self.of, facts["furthest"], strict=True):
            if found is None or found["columns"] != len(self.columns):
                return self.failed(
                    expected=f"{of}, an array with the columns {', '.join(self.columns)}",
                    received="no such array",
                )
            if found["deviations"] > self.deviations:
                return self._far(str(of), found)
        return self.passed()

    def _far(self, of: str, found: Mapping[str, Any]) -> Verdict:
        low, high = found["others"]
        place = f"{self.columns[found['column']]} in row {found['row']}"
        return self.failed(
            expected=f"{of} within the range of what was measured, in every row",
            received=f"{found['value']:.3g} for {place}, where all others lie between {low:.3g} "
            f"and {high:.3g}",
            attempt="look at this row in the file; a value that was not measured is no 0: leave "
            "the row out, or put a typical value of the column in its place",
        )


def _furthest(live: Live, given: Any) -> dict[str, Any] | None:
    """The value furthest from the mean of its column; None of what is no table of numbers."""
    np = live.np
    table = np.asarray(given)
    if table.ndim != 2 or table.dtype.kind not in "iuf" or not np.isfinite(table).any():
        return None
    table = table.astype("float64")
    deviation = np.nanstd(table, axis=0)
    distances = np.abs(table - np.nanmean(table, axis=0)) / np.maximum(deviation, 1e-12)
    row, column = np.unravel_index(np.nanargmax(distances), table.shape)
    values = table[:, column]
    others = values[np.isfinite(values) & (values != values[row])]
    return {
        "columns": table.shape[1],
        "row": int(row),
        "column": int(column),
        "value": float(values[row]),
        "deviations": float(distances[row, column]),
        "others": [float(others.min()), float(others.max())] if others.size else [0.0, 0.0],
    }
