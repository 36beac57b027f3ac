"""What comes to the first layer of a model that learns; runs inside the sandbox."""

from collections.abc import Sequence
from typing import Any

from etude.checks.live import Live


def seen_by_first_weights(
    live: Live, model: Any, inputs: Any, *, passing: Sequence[str] = ()
) -> dict[str, Any]:
    """Name of that layer, and the lowest and highest value that it is called on.

    Args:
      passing: classes of layers that have weights and yet only prepare, such as normalisations.
    """
    seen: dict[str, Any] = {"layer": "", "low": 0.0, "high": 0.0}
    if not model.weights:  # a subclassed model makes its weights when it is first called
        model(inputs, training=False)
    watched = [
        layer
        for layer in _flat(live, model)
        if layer.trainable_weights and type(layer).__name__ not in passing
    ]
    for layer in watched:
        object.__setattr__(layer, "call", _watching(live, layer, layer.call, seen))
    try:
        model(inputs, training=False)
    finally:
        for layer in watched:
            object.__delattr__(layer, "call")
    return seen


def _flat(live: Live, model: Any) -> list[Any]:
    """Layers in order, models inside the model opened."""
    found: list[Any] = []
    for layer in model.layers:
        found += _flat(live, layer) if isinstance(layer, live.keras.Model) else [layer]
    return found


def _watching(live: Live, layer: Any, call: Any, seen: dict[str, Any]) -> Any:
    def watched(inputs: Any, *args: Any, **kwargs: Any) -> Any:
        if not seen["layer"]:
            values = live.np.asarray(inputs, dtype="float64")
            seen.update(layer=layer.name, low=float(values.min()), high=float(values.max()))
        return call(inputs, *args, **kwargs)

    return watched
