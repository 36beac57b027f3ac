"""A model has no weights but those of another."""

from typing import Any

from etude.checks.live import Facts, Live
from etude.checks.of_model import OfModel
from etude.checks.values import Value
from etude.domain.observations import Model
from etude.domain.verdict import Verdict


class SharesWeights(OfModel, frozen=True, kw_only=True):
    """Attributes: other: the model whose weights they are."""

    other: Value

    @property
    def title(self) -> str:
        return f"{self.of} has the weights of {self.other}"

    def look(self, live: Live, model: Any) -> Facts:
        known = {id(weight) for weight in getattr(live.value(self.other), "weights", ())}
        own = [layer.name for layer in model.layers if not _known(layer, known)]
        return {"own": own, "weights": len(model.weights)}

    def judge_model(self, model: Model, facts: Facts) -> Verdict:
        if facts["own"] or not facts["weights"]:
            return self.failed(
                expected=f"layers with weights that {self.other} has, too",
                received=f"weights of its own in {', '.join(facts['own'])}"
                if facts["own"]
                else "no weights at all",
                attempt="make each layer once, and build both models from the same tensors",
            )
        return self.passed()


def _known(layer: Any, known: set[int]) -> bool:
    return all(id(weight) in known for weight in layer.weights)
