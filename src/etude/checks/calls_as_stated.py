"""A function that keeps a state gives the stated results, call after call, and few traces."""

from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.verdict import Verdict

# Of float32 sums of a few dozen numbers.
_ROUNDING = 1e-4


class CallsAsStated(Check, frozen=True, kw_only=True):
    """Attributes:
    of: what gives the function.
    inputs: what it is called with, one array per call, in this order.
    outputs: the number that each call returns.
    most_traces: how often TensorFlow may trace it in all of these calls; None for any function.
    """

    of: Value
    inputs: tuple[Value, ...]
    outputs: tuple[float, ...]
    most_traces: int | None = 1

    @property
    def title(self) -> str:
        traces = "" if self.most_traces is None else f", traced {_times(self.most_traces)}"
        return f"{self.of} is right in {len(self.inputs)} calls{traces}"

    def probe(self, live: Live) -> Facts:
        function = live.value(self.of)
        if not callable(function):
            return {"not_callable": type(function).__name__}
        arrays = [live.tf.constant(live.value(value)) for value in self.inputs]
        with live.learner():
            came = [function(array) for array in arrays]
        count = getattr(function, "experimental_get_tracing_count", None)
        return {
            "outputs": [_number(live, value) for value in came],
            "traces": int(count()) if count is not None else None,
        }

    def judge(self, facts: Facts) -> Verdict:
        if "not_callable" in facts:
            came = facts["not_callable"]
            return self.failed(expected=f"{self.of} gives a function", received=came)
        return self._wrong_output(facts) or self._wrong_traces(facts["traces"]) or self.passed()

    def _wrong_output(self, facts: Facts) -> Verdict | None:
        for call, (came, true) in enumerate(zip(facts["outputs"], self.outputs, strict=True), 1):
            if came is None or abs(came - true) > _ROUNDING * (1 + abs(true)):
                return self.failed(
                    expected=f"{true:.5g} from call {call}",
                    received="no single number" if came is None else f"{came:.5g}",
                    attempt="write down by hand what the state is after each call",
                )
        return None

    def _wrong_traces(self, traces: int | None) -> Verdict | None:
        if self.most_traces is None or (traces is not None and traces <= self.most_traces):
            return None
        if traces is None:
            return self.failed(
                expected=f"{self.of} gives a tf.function",
                received="a plain Python function",
                attempt="decorate the function with tf.function",
            )
        return self.failed(
            expected=f"{_times(self.most_traces)} traced in {len(self.inputs)} calls",
            received=_times(traces),
            attempt="tell tf.function beforehand what comes: which dtype, and which sizes are free",
        )


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _number(live: Live, value: Any) -> float | None:
    try:
        array = live.np.array(value, dtype="float64")
    except (TypeError, ValueError):
        return None
    return float(array.reshape(())) if array.size == 1 else None
