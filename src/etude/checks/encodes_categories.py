"""Each known category has a column of its own: 1 in the rows that have it, 0 in all others."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from etude.checks.base import Check
from etude.checks.category_codes import category_codes
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.checks.what_ifs import Array
from etude.domain.verdict import Verdict

_TOLERANCE = 1e-3


class EncodesCategories(Check, frozen=True, kw_only=True):
    """Attributes: function: builds the preprocessor from rows; rows: a dict of raw columns."""

    function: str
    rows: Value

    @property
    def title(self) -> str:
        return "each category of the training rows has a column of 0s and 1s"

    def probe(self, live: Live) -> Facts:
        return {"encoded": category_codes(live, self.function, self.rows)}

    def judge(self, facts: Facts) -> Verdict:
        for column in facts["encoded"]:
            if not is_one_hot(np.asarray(column["codes"])):
                known = column["categories"]
                return self.failed(
                    expected=f"{len(known)} columns of 0s and 1s for {column['column']}, "
                    f"one for each of {', '.join(known)}",
                    received=_received(column),
                    attempt='StringLookup(output_mode="one_hot") gives them',
                )
        return self.passed()


def is_one_hot(codes: Array) -> bool:
    """Whether every row has exactly one 1, each in a place of its own, and 0 elsewhere.

    Args:
      codes: (K, F): what each of K categories makes of the features that they change.
    """
    ones = np.abs(codes - 1) <= _TOLERANCE
    zeros = np.abs(codes) <= _TOLERANCE
    apart = len({tuple(row) for row in ones.tolist()}) == len(codes)
    return bool((ones | zeros).all() and (ones.sum(axis=1) == 1).all() and apart)


def _received(column: Mapping[str, Any]) -> str:
    codes = np.asarray(column["codes"])
    if not codes.shape[1]:
        return f"features that do not change with {column['column']}"
    if codes.shape[1] == 1:
        pairs = zip(column["categories"], codes[:, 0].tolist(), strict=True)
        return "one column: " + ", ".join(f"{name} is {value:.3g}" for name, value in pairs)
    first = ", ".join(f"{value:.3g}" for value in codes[0].tolist()[:6])
    return f"{codes.shape[1]} columns, of which {column['categories'][0]} gets {first}"
