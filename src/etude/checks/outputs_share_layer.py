"""All outputs of a model come from one layer that learns from each of them."""

from collections.abc import Sequence
from typing import Any

from etude.checks.first_weights import flat_layers
from etude.checks.live import Facts, Live
from etude.checks.of_model import OfModel
from etude.checks.small_batch import own_shapes, small_batch
from etude.domain.observations import Model
from etude.domain.verdict import Verdict


class OutputsShareLayer(OfModel, frozen=True, kw_only=True):
    """Gradients tell which layers an output depends on, however the model is written.

    Attributes:
      shapes: of the inputs, for a model that does not know them itself; batch axis left out.
    """

    shapes: tuple[tuple[int | None, ...], ...] = ()

    @property
    def title(self) -> str:
        return f"all outputs of {self.of} come from the same hidden layer"

    def look(self, live: Live, model: Any) -> Facts:
        inputs = small_batch(live, model, own_shapes(model) or self.shapes)
        with live.learner(), live.tf.GradientTape(persistent=True) as tape:
            outputs = live.keras.tree.flatten(model(inputs, training=False))
        learning = [layer for layer in flat_layers(live, model) if layer.trainable_weights]
        return {
            "made_by": [
                [layer.name for layer in learning if _reaches(tape, output, layer)]
                for output in outputs
            ]
        }

    def judge_model(self, model: Model, facts: Facts) -> Verdict:
        made_by: Sequence[Sequence[str]] = facts["made_by"]
        if len(made_by) > 1 and set.intersection(*map(set, made_by)):
            return self.passed()
        return self.failed(
            expected="one hidden layer whose outputs every output is made of",
            received="; ".join(
                f"output {number} made by {', '.join(names) or 'nothing that learns'}"
                for number, names in enumerate(made_by, start=1)
            ),
            attempt="keep what the hidden layer gives in a variable, and make every output of it",
        )


def _reaches(tape: Any, output: Any, layer: Any) -> bool:
    """Whether the output depends on weights of the layer."""
    gradients = tape.gradient(output, layer.trainable_weights)
    return any(gradient is not None for gradient in gradients)
