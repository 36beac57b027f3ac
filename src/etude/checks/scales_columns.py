"""Numeric columns come out standardised: mean 0 and standard deviation 1 over the training rows."""

from collections.abc import Sequence

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.prepared_rows import built, scales
from etude.checks.values import Value
from etude.domain.verdict import Verdict

# Filling gaps with the median moves the mean of a column, and filling with the mean narrows its
# spread, both by less than this for up to a fifth of gaps.
TOLERANCE = 0.12


class ScalesColumns(Check, frozen=True, kw_only=True):
    """Attributes: function: builds the preprocessor from rows; rows: a dict of raw columns."""

    function: str
    rows: Value

    @property
    def title(self) -> str:
        return "numeric columns have mean 0 and standard deviation 1 over the training rows"

    def probe(self, live: Live) -> Facts:
        preprocessor = built(live, self.function, self.rows)
        rows = live.value(self.rows)
        with live.learner():
            return {"scaled": scales(live, preprocessor, rows)}

    def judge(self, facts: Facts) -> Verdict:
        expected = "for each numeric column mean 0 and standard deviation 1"
        off = [column for column in facts["scaled"] if is_off(column)]
        if not off:
            return self.passed()
        return self.failed(
            expected=expected,
            received=f"{in_words(off)}; {len(off)} of {len(facts['scaled'])} columns are off",
            attempt="subtract the column's mean and divide by its standard deviation, "
            "both of the training rows, or adapt a Normalization layer to them",
        )


def is_off(column: Facts) -> bool:
    """Whether a column's features are not standardised; one without features is."""
    if column["mean"] is None:
        return True
    return bool(abs(column["mean"]) > TOLERANCE or abs(column["spread"] - 1) > TOLERANCE)


def in_words(off: Sequence[Facts]) -> str:
    """The column that is off most."""
    still = [column["column"] for column in off if column["mean"] is None]
    if still:
        return f"no feature that changes with {still[0]}"
    worst = max(off, key=lambda column: abs(column["mean"]) + abs(column["spread"] - 1))
    mean, spread = _short(worst["mean"]), _short(worst["spread"])
    return f"{worst['column']} with mean {mean} and standard deviation {spread}"


def _short(value: float) -> str:
    """Three digits, and none after the point from a hundred on: 0.957, 5519."""
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"
