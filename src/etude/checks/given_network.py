"""A network that an exercise gives in a file, and its layers inside a learner's model."""

from collections.abc import Iterator
from typing import Any

from etude.checks.live import Live


def given_network(live: Live, file: str) -> Any:
    """The network itself, read from below the data folder once per run."""
    return live.once(f"given {file}", lambda: live.keras.models.load_model(f"data/{file}"))


def layers_with_weights(live: Live, model: Any) -> Iterator[tuple[str, Any]]:
    """Such layers by name, in order, those of models inside included."""
    for layer in model.layers:
        if isinstance(layer, live.keras.Model):
            yield from layers_with_weights(live, layer)
        elif layer.weights:
            yield layer.name, layer
