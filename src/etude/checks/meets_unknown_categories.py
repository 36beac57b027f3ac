"""A category that is missing, or not in the training rows, is taken for none of the known ones."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from etude.checks.base import Check
from etude.checks.category_codes import category_codes
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.verdict import Verdict

UNSEEN = "never seen"
_TOLERANCE = 1e-3


class MeetsUnknownCategories(Check, frozen=True, kw_only=True):
    """Attributes: function: builds the preprocessor from rows; rows: a dict of raw columns."""

    function: str
    rows: Value

    @property
    def title(self) -> str:
        return "an unseen or missing category is taken for none of the known ones"

    def probe(self, live: Live) -> Facts:
        return {"unknown": category_codes(live, self.function, self.rows, also=(UNSEEN, ""))}

    def judge(self, facts: Facts) -> Verdict:
        for column in facts["unknown"]:
            for at, what in enumerate(("a category never seen before", "a missing category")):
                taken_for = _taken_for(column, at)
                if taken_for:
                    return self.failed(
                        expected=f"{what} in {column['column']} is none of the known ones",
                        received=f"it gets {taken_for}",
                        attempt="give unknown values a column of their own, or 0 in all columns",
                    )
        return self.passed()


def _taken_for(column: Mapping[str, Any], at: int) -> str:
    """What is wrong with the code in this row, "" when nothing is."""
    codes = np.asarray(column["codes"])
    if not np.isfinite(codes[at]).all():
        return "NaN or infinite features"
    for known, code in zip(column["categories"], codes[2:], strict=True):
        if codes.shape[1] and np.abs(codes[at] - code).max() <= _TOLERANCE:
            return f"the same features as {known}"
    return ""
