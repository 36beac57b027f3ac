"""Statistics and categories come from the rows that a builder is given, and from no others."""

from typing import Any

import numpy as np

from etude.checks.base import Check
from etude.checks.encodes_categories import is_one_hot
from etude.checks.live import Facts, Live
from etude.checks.prepared_rows import (
    Rows,
    categories_of,
    features,
    is_category,
    known_categories,
    responding,
    scales,
    variants,
)
from etude.checks.scales_columns import in_words, is_off
from etude.checks.values import Name, Value
from etude.checks.what_ifs import Array
from etude.domain.verdict import Verdict

# Far enough from the real rows that the statistics of neither can be taken for the other's.
_TIMES = 10.0
_MORE = 5.0
_PREFIX = "new "


class LearnsFromGivenRows(Check, frozen=True, kw_only=True):
    """A second preprocessor is built from changed rows and must fit those.

    Attributes: function: builds the preprocessor from rows; rows: a dict of raw columns.
    """

    function: str
    rows: Value

    @property
    def title(self) -> str:
        return "statistics and categories come from the given rows, and from no others"

    def probe(self, live: Live) -> Facts:
        build = live.value(Name(name=self.function))
        changed = _changed(live.value(self.rows))
        with live.learner():
            preprocessor = build({name: column.copy() for name, column in changed.items()})
            return {
                "elsewhere": scales(live, preprocessor, changed),
                "renamed": _encodings(live, preprocessor, changed),
            }

    def judge(self, facts: Facts) -> Verdict:
        off = [column for column in facts["elsewhere"] if is_off(column)]
        if off:
            return self.failed(
                expected="given rows with every number ten times as large and 5 more, mean 0 and "
                "standard deviation 1 over these",
                received=in_words(off),
                attempt="compute statistics from the function's argument alone",
            )
        unknown = [column for column in facts["renamed"] if not column["one_hot"]]
        if unknown:
            return self.failed(
                expected="given rows whose categories have other names, a column for each of them",
                received=f"{unknown[0]['column']} does not tell {unknown[0]['example']!r} "
                "from the others",
                attempt="take the categories from the function's argument alone",
            )
        return self.passed()


def _changed(rows: Rows) -> dict[str, Array]:
    return {name: _changed_column(column) for name, column in rows.items()}


def _changed_column(column: Array) -> Array:
    """Other numbers and other names; gaps stay gaps."""
    if not is_category(column):
        return np.asarray(column * np.float32(_TIMES) + np.float32(_MORE))
    return np.array([_PREFIX + value if value else "" for value in column], dtype=object)


def _encodings(live: Live, preprocessor: Any, rows: Rows) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for name in categories_of(rows):
        known = known_categories(rows[name])
        made = features(live, preprocessor, variants(rows, name, known))
        one_hot = is_one_hot(made[:, responding(made)])
        found.append({"column": name, "one_hot": one_hot, "example": known[0]})
    return found
