"""A model that is to be trained again, with wider layers or another loss."""

from collections.abc import Sequence
from typing import Any

import keras

# Enough for what small examples ask of a hidden layer, and no more than a moment's work.
TRIED_UNITS = 32
#: In the logs, what the loss was before it was changed.
FORMER_LOSS = "former_loss"


def with_wider_layers(model: Any, narrow: Sequence[str]) -> Any:
    """A copy, not trained yet, in which the layers of these names have many more units."""

    def like(layer: Any) -> Any:
        config = layer.get_config()
        if layer.name in narrow:
            config["units"] = TRIED_UNITS
        return type(layer).from_config(config)

    return keras.models.clone_model(model, clone_function=like)


def former_loss(loss: Any) -> Any:
    """A metric that measures what the loss was."""
    function = keras.losses.get(loss)
    function = getattr(function, "fn", function)
    return keras.metrics.MeanMetricWrapper(function, name=FORMER_LOSS)
