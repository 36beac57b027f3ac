"""A loss or a metric of one's own measures what the statement says, loaded again as well."""

from typing import Any

import msgspec

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.verdict import Verdict

# Of float32 means over a few dozen examples.
_ROUNDING = 1e-4
_BY_HAND = "work out a batch of two examples by hand"
_SEVERAL = (
    "tell it three examples in one batch, and then the same three in batches of one and of two: "
    "what must be counted for both to agree?"
)


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """Labels and outputs that belong together, and the weights of the examples."""

    labels: Value
    outputs: Value
    weights: Value = None


class MeasuresAsStated(Check, frozen=True, kw_only=True):
    """A loss is called on the one batch, a metric is told all of them, one after the other.

    Attributes:
      of: what gives the loss or the metric.
      batches: what is measured, preferably of different sizes.
      truth: the right number; case: what messages say about these batches.
      again: the right number of a metric that is reset and told the last batch alone.
      survives: whether it also has to come back from its own configuration.
    """

    of: Value
    batches: tuple[Batch, ...]
    truth: float
    case: str
    again: float | None = None
    survives: bool = False

    @property
    def title(self) -> str:
        kept = ", and is the same when loaded" if self.survives else ""
        return f"{self.of} measures {self.case}{kept}"

    def probe(self, live: Live) -> Facts:
        made = live.value(self.of)
        keras = live.keras
        if not isinstance(made, keras.losses.Loss | keras.metrics.Metric):
            return {"neither": type(made).__name__}
        facts = self._measured(live, made)
        if not self.survives:
            return facts
        with live.learner():
            stored = keras.saving.serialize_keras_object(made)
            loaded = keras.saving.deserialize_keras_object(stored)
        return {**facts, "loaded": self._measured(live, loaded)["measured"]}

    def judge(self, facts: Facts) -> Verdict:
        if "neither" in facts:
            came = facts["neither"]
            received = "None" if came == "NoneType" else f"an object of class {came}"
            expected = "an object of a class that derives from keras.losses.Loss or a keras metric"
            return self.failed(expected=expected, received=received)
        again = "after reset_state, told the last batch alone"
        loaded = "when it is made again from its configuration"
        return (
            self._wrong(facts["measured"], self.truth, self.case)
            or self._wrong(facts.get("again"), self.again, again)
            or self._wrong(facts.get("loaded"), self.truth if self.survives else None, loaded)
            or self.passed()
        )

    def _wrong(self, came: float | None, truth: float | None, when: str) -> Verdict | None:
        if truth is None:
            return None
        if came is not None and abs(came - truth) <= _ROUNDING * (1 + abs(truth)):
            return None
        several = len(self.batches) > 1 and when == self.case
        return self.failed(
            expected=f"{truth:.5g} for {when}",
            received="no single number" if came is None else f"{came:.5g}",
            attempt=_SEVERAL if several else _BY_HAND,
        )

    def _measured(self, live: Live, made: Any) -> dict[str, Any]:
        batches = [
            (*map(live.tf.constant, map(live.value, (one.labels, one.outputs))), one.weights)
            for one in self.batches
        ]
        with live.learner(), live.tf.GradientTape():
            if isinstance(made, live.keras.losses.Loss):
                labels, outputs, weights = batches[0]
                given = None if weights is None else live.tf.constant(live.value(weights))
                return {"measured": _number(live, made(labels, outputs, sample_weight=given))}
            for labels, outputs, _ in batches:
                made.update_state(labels, outputs)
            measured = _number(live, made.result())
            made.reset_state()
            made.update_state(*batches[-1][:2])
            again = _number(live, made.result())
            made.reset_state()
        return {"measured": measured, "again": again}


def _number(live: Live, value: Any) -> float | None:
    array = live.np.array(value, dtype="float64")
    return float(array.reshape(())) if array.size == 1 else None
