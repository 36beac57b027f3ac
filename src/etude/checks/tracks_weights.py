"""A layer of one's own has weights that the model trains."""

from typing import Any

from etude.checks.first_weights import flat_layers
from etude.checks.live import Facts, Live
from etude.checks.of_model import OfModel
from etude.domain.observations import Model
from etude.domain.verdict import Verdict


class TracksWeights(OfModel, frozen=True, kw_only=True):
    """Attributes: layer: the class of the layer; count: how many numbers it learns."""

    layer: str
    count: int

    @property
    def title(self) -> str:
        return f"{self.layer} has {self.count} numbers that {self.of} trains"

    def look(self, live: Live, model: Any) -> Facts:
        known = {id(weight) for weight in model.trainable_weights}
        own = [one for one in flat_layers(live, model) if type(one).__name__ == self.layer]
        return {"tracked": [_numbers(live, one, known) for one in own]}

    def judge_model(self, model: Model, facts: Facts) -> Verdict:
        expected = f"a layer {self.layer} with {self.count} numbers that {self.of} trains"
        if not facts["tracked"]:
            return self.failed(
                expected=expected,
                received=f"no layer {self.layer} in {self.of}",
                attempt="keep the layer, and mend how it makes its numbers",
            )
        if max(facts["tracked"]) < self.count:
            return self.failed(
                expected=expected,
                received=f"{max(facts['tracked'])} of them among {self.of}.trainable_weights",
                attempt="what add_weight and keras.Variable make is a weight of the layer, and "
                "nothing else is: look at len(layer.trainable_weights)",
            )
        return self.passed()


def _numbers(live: Live, layer: Any, known: set[int]) -> int:
    """In one weight or in several."""
    tracked = [weight for weight in layer.trainable_weights if id(weight) in known]
    return sum(int(live.np.prod(weight.shape)) for weight in tracked)
