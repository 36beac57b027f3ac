"""A function draws new random numbers in every call."""

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.verdict import Verdict

_CALLS = 12


class DrawsAnew(Check, frozen=True, kw_only=True):
    """Attributes:
    of: what gives the function; input: what it is called with, the same each time.
    low, high: between these lies whatever it adds to its input.
    least_spread: how far the mean changes of two calls have to lie apart, at the utmost.
    """

    of: Value
    input: Value
    low: float
    high: float
    least_spread: float

    @property
    def title(self) -> str:
        return f"{self.of} draws anew in every call"

    def probe(self, live: Live) -> Facts:
        function, given = live.value(self.of), live.np.array(live.value(self.input))
        with live.learner():
            came = [live.np.array(function(live.tf.constant(given))) for _ in range(_CALLS)]
        if any(one.shape != given.shape for one in came):
            return {"shapes": [list(given.shape), list(came[0].shape)]}
        changes = [one.astype("float64") - given for one in came]
        return {
            "distinct": len({one.tobytes() for one in came}),
            "lowest": float(min(one.min() for one in changes)),
            "highest": float(max(one.max() for one in changes)),
            "means": [float(one.mean()) for one in changes],
            "within": float(max(one.max() - one.min() for one in changes)),
        }

    def judge(self, facts: Facts) -> Verdict:
        if "shapes" in facts:
            given, came = facts["shapes"]
            return self.failed(expected=f"values of shape {given}", received=f"of shape {came}")
        low, high = facts["lowest"], facts["highest"]
        margin = 1e-5 * (1 + abs(self.high - self.low))
        if low < self.low - margin or high > self.high + margin:
            return self.failed(
                expected=f"changes between {self.low:g} and {self.high:g}",
                received=f"changes between {low:.3g} and {high:.3g}",
            )
        if facts["distinct"] < _CALLS:
            return self.failed(
                expected=f"{_CALLS} different results in {_CALLS} calls",
                received=f"{facts['distinct']} different ones",
                attempt="ask TensorFlow for the random numbers, not Python or NumPy",
            )
        spread = max(facts["means"]) - min(facts["means"])
        if spread < self.least_spread:
            return self.failed(
                expected=f"mean changes at least {self.least_spread:g} apart in {_CALLS} calls",
                received=f"{spread:.3g} apart",
                attempt="draw one number for the whole call, as the statement says",
            )
        if facts["within"] > margin:
            return self.failed(
                expected="the same change for all numbers of a call",
                received=f"changes that lie up to {facts['within']:.3g} apart in one call",
                attempt="draw a single number, of shape (), and leave the sum as it is",
            )
        if self.low < 0 < self.high and not min(facts["means"]) < 0 < max(facts["means"]):
            first, last = min(facts["means"]), max(facts["means"])
            return self.failed(
                expected=f"changes from {self.low:g} to {self.high:g}, below 0 in some calls and "
                "above it in others",
                received=f"from {first:.3g} to {last:.3g} in {_CALLS} calls",
                attempt="look at the bounds that the number is drawn between",
            )
        return self.passed()
