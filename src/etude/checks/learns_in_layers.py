"""What learns in a model are layers of the stated kinds alone."""

from collections.abc import Iterator, Sequence

from etude.checks.live import Facts
from etude.checks.of_model import OfModel
from etude.domain.observations import Layer, Model
from etude.domain.verdict import Verdict

# Layers that learn how to scale what comes, or how to bend it, whatever the network is made of.
_ANYWHERE = frozenset({
    "Normalization", "BatchNormalization", "LayerNormalization", "GroupNormalization",
    "UnitNormalization", "RMSNormalization", "PReLU",
})  # fmt: skip


class LearnsInLayers(OfModel, frozen=True, kw_only=True):
    """Layers without weights may be of any kind, and so may those that normalise.

    Attributes: kinds: classes of layers, ("Dense",); those inside wrappers and models count.
    """

    kinds: tuple[str, ...]

    @property
    def title(self) -> str:
        return f"{self.of} learns in {' and '.join(self.kinds)} layers alone"

    def judge_model(self, model: Model, facts: Facts) -> Verdict:
        others = [layer for layer in _learning(model.layers) if layer.kind not in self.kinds]
        if not others:
            return self.passed()
        return self.failed(
            expected=f"weights in {' and '.join(self.kinds)} layers only",
            received=", ".join(f"{layer.kind} ({layer.name})" for layer in others),
            attempt="compare model.summary() with the layers that the statement asks for",
            line=others[0].line,
        )


def _learning(layers: Sequence[Layer]) -> Iterator[Layer]:
    """Layers with weights that are no others' layers, such as the one inside a wrapper."""
    for layer in layers:
        if layer.layers:
            yield from _learning(layer.layers)
        elif layer.parameters and layer.kind not in _ANYWHERE:
            yield layer
