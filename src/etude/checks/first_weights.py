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
    layer, values = met_by_first_weights(live, model, inputs, passing=passing)
    if values is None:
        return {"layer": "", "low": 0.0, "high": 0.0}
    return {"layer": layer, "low": float(values.min()), "high": float(values.max())}


def met_by_first_weights(
    live: Live, model: Any, inputs: Any, *, passing: Sequence[str] = (), training: bool = False
) -> tuple[str, Any]:
    """Name of that layer, and the array that it is called on; "" and None without such a layer.

    Args:
      training: the model is called as in training; its weights are as before afterwards.
    """
    if not model.weights:  # a subclassed model makes its weights when it is first called
        model(inputs, training=False)
    watched = [
        layer
        for layer in flat_layers(live, model)
        if layer.trainable_weights and type(layer).__name__ not in passing
    ]
    return met_by(live, model, inputs, watched, training=training)


def met_by(
    live: Live, model: Any, inputs: Any, watched: Sequence[Any], *, training: bool = False
) -> tuple[str, Any]:
    """The same of the first of these layers of the model that is called."""
    met: list[tuple[str, Any]] = []
    before = model.get_weights() if training else None
    for layer in watched:
        object.__setattr__(layer, "call", _watching(live, layer, layer.call, met))
    try:
        model(inputs, training=training)
    finally:
        for layer in watched:
            object.__delattr__(layer, "call")
        if before is not None:
            model.set_weights(before)
    return met[0] if met else ("", None)


def flat_layers(live: Live, model: Any) -> list[Any]:
    """Layers in order, models inside the model opened."""
    found: list[Any] = []
    for layer in model.layers:
        found += flat_layers(live, layer) if isinstance(layer, live.keras.Model) else [layer]
    return found


def _watching(live: Live, layer: Any, call: Any, met: list[tuple[str, Any]]) -> Any:
    def watched(inputs: Any, *args: Any, **kwargs: Any) -> Any:
        if not met:
            met.append((layer.name, live.np.asarray(inputs, dtype="float64")))
        return call(inputs, *args, **kwargs)

    return watched
