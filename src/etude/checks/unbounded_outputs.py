"""Outputs of a model may be any number: no activation bounds them."""

from collections.abc import Collection

from etude.checks.live import Facts
from etude.checks.of_model import OfModel
from etude.domain.heads import before_rescaling, heads
from etude.domain.observations import Model
from etude.domain.verdict import Verdict

# Told for each: what values it leaves.
_FLOORS = dict.fromkeys(("relu", "softplus", "exponential"), "no value below 0")
_BOUNDS = {
    **_FLOORS,
    "relu6": "values from 0 to 6",
    "sigmoid": "values from 0 to 1",
    "hard_sigmoid": "values from 0 to 1",
    "softmax": "values that sum to 1",
    "tanh": "values from -1 to 1",
    "softsign": "values from -1 to 1",
}


class UnboundedOutputs(OfModel, frozen=True, kw_only=True):
    """Activations of heads that are written down; a subclassed model may do as it likes.

    Attributes:
      outputs: which of several are asked about, by their places; () for all.
      above_zero: whether they may be bound to be no less than 0, as counts of things are.
    """

    outputs: tuple[int, ...] = ()
    above_zero: bool = False

    @property
    def title(self) -> str:
        return f"{self.of} gives numbers without a bound"

    @property
    def _bounds(self) -> Collection[str]:
        return [name for name in _BOUNDS if not (self.above_zero and name in _FLOORS)]

    def judge_model(self, model: Model, facts: Facts) -> Verdict:
        asked = [
            head for i, head in enumerate(heads(model)) if not self.outputs or i in self.outputs
        ]
        found = [before_rescaling(model, head).head for head in asked]
        bounded = next((head for head in found if head.activation in self._bounds), None)
        if bounded is None:
            return self.passed()
        layer = bounded.layer.kind if bounded.layer else "the last layer"
        return self.failed(
            expected="a last layer that can give any number",
            received=f"{layer} with {bounded.activation}: {_BOUNDS[bounded.activation]}",
            attempt="leave the last layer without an activation; hidden layers keep theirs",
            line=bounded.layer.line if bounded.layer else 0,
        )
