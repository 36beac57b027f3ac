"""What a layer was configured with, as plain values."""

from typing import Any

import keras
import numpy as np

_LONGEST_LIST = 64
_SPECIAL_TOKENS = 2  # padding and unknown
_ACTIVATION_LAYERS = {"ReLU": "relu", "LeakyReLU": "leaky_relu", "PReLU": "prelu", "ELU": "elu"}


def plain_config(layer: Any) -> dict[str, Any]:
    """Numbers, flags, texts and short lists of the layer's config, and what it has learned.

    Of an input also ``read_by``: how often a layer was called on it, within the model or not.
    """
    if isinstance(layer, keras.Model):  # it is described layer by layer instead
        return {}
    plain = {key: _plain(value) for key, value in _config(layer).items()}
    if hasattr(layer, "activation"):
        plain["activation"] = activation_name(layer.activation)
    if hasattr(layer, "dtype_policy"):
        plain["dtype"] = str(layer.dtype_policy.name)
    if not isinstance(layer, keras.layers.Layer):
        plain["constants"] = _constants(layer)
    if isinstance(layer, keras.layers.InputLayer):
        plain["read_by"] = len(getattr(layer, "_outbound_nodes", ()))
    plain.update(_learned(layer))
    return {key: value for key, value in plain.items() if value is not None}


def activation_name(activation: Any) -> str:
    """The name of an activation, however it was written: "relu", ReLU(), tf.nn.relu."""
    if activation is None:
        return "linear"
    if isinstance(activation, str):
        return activation
    name = getattr(activation, "__name__", None)
    if name is None and hasattr(activation, "func"):  # functools.partial
        name = getattr(activation.func, "__name__", None)
    if name is not None:
        return str(name).removesuffix("_v2")  # tf.nn.softmax is called softmax_v2
    kind = type(activation).__name__
    return _ACTIVATION_LAYERS.get(kind, snake_case(kind))


def snake_case(name: str) -> str:
    """MeanSquaredError -> mean_squared_error, KLDivergence -> kl_divergence."""
    pieces = []
    for before, letter, after in zip(" " + name, name, name[1:] + " ", strict=False):
        starts_word = letter.isupper() and (before.islower() or before.isdigit() or after.islower())
        pieces.append("_" * (starts_word and before != " ") + letter.lower())
    return "".join(pieces)


def _config(layer: Any) -> dict[str, Any]:
    try:
        return dict(layer.get_config())
    except Exception:  # a custom layer may not have one; its class and weights still speak
        return {}


def _plain(value: Any) -> Any:
    if isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, list | tuple) and len(value) <= _LONGEST_LIST:
        items = [_plain(item) for item in value]
        return items if all(item is not None for item in items) else None
    if isinstance(value, dict):
        return value.get("class_name") or value.get("name")
    return None


def _constants(operation: Any) -> list[float] | None:
    """The numbers of an operation: 255.0 of ``inputs / 255.0``."""
    nodes = getattr(operation, "_inbound_nodes", ())
    given = getattr(nodes[0].arguments, "args", ()) if nodes else ()
    numbers = [one for one in given if isinstance(one, int | float) and not isinstance(one, bool)]
    return [float(number) for number in numbers] or None


def _learned(layer: Any) -> dict[str, Any]:
    """What ``adapt`` left in a preprocessing layer."""
    try:
        if hasattr(layer, "vocabulary_size"):
            size = int(layer.vocabulary_size())
            return {"vocabulary_size": size, "is_adapted": size > _SPECIAL_TOKENS or _words(layer)}
        if isinstance(layer, keras.layers.Normalization):
            return {"is_adapted": _has_statistics(layer)}
    except Exception:  # not built yet, or a custom layer that only looks like one of these
        return {}
    return {}


def _words(layer: Any) -> bool:
    return len(layer.get_vocabulary(include_special_tokens=False)) > 0


def _has_statistics(layer: Any) -> bool:
    """Without ``adapt`` the mean is None, or 0 with variance 1 once the layer was built."""
    if layer.mean is None or layer.variance is None:
        return False
    mean, variance = np.asarray(layer.mean), np.asarray(layer.variance)
    return bool((mean != 0).any() or (variance != 1).any())
