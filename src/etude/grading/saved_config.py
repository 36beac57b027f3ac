"""A model as its saved configuration tells it, without loading anything."""

import itertools
import json
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from etude.domain.observations import Compiled, Layer, Loss, Model, TensorSpec

_LONGEST_CONFIG = 16 << 20
_KINDS = {"Sequential": "sequential", "Functional": "functional", "Model": "functional"}
_LOSS_ALIASES = {
    "mse": "mean_squared_error",
    "mae": "mean_absolute_error",
    "mape": "mean_absolute_percentage_error",
    "msle": "mean_squared_logarithmic_error",
}


def config_of_archive(path: Path) -> Mapping[str, Any] | None:
    """``config.json`` of a ``.keras`` file; None when it is no such archive."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open("config.json") as file:
            text = file.read(_LONGEST_CONFIG + 1)
        config = json.loads(text) if len(text) <= _LONGEST_CONFIG else None
    except (OSError, KeyError, ValueError, zipfile.BadZipFile):
        return None
    return config if isinstance(config, dict) else None


def model_of_config(config: Mapping[str, Any]) -> Model:
    """Layers, links and compilation; what takes the weights to know is left out.

    Args:
      config: as ``Model.to_json`` writes it, with ``compile_config`` where it was compiled.
    """
    kind = _KINDS.get(str(config.get("class_name")), "subclassed")
    inner = _mapping(config.get("config"))
    layers = [_layer(one) for one in inner.get("layers", ()) if isinstance(one, Mapping)]
    ends = list(_names(inner.get("output_layers"))) if kind == "functional" else []
    if kind == "sequential" and layers:
        ends = [layers[-1].name]
        layers = [layers[0], *(_after(*pair) for pair in itertools.pairwise(layers))]
    return Model(
        key="saved",
        kind=kind,
        name=str(inner.get("name", "")),
        layers=layers,
        outputs=[TensorSpec(path=name, dtype="float32", shape=None) for name in ends],
        compiled=compiled_of_config(config.get("compile_config")),
    )


def compiled_of_config(config: Any) -> Compiled | None:
    """How a model was compiled, None when its configuration does not tell."""
    told = _mapping(config)
    if not told:
        return None
    optimizer = _mapping(told.get("optimizer") or told.get("optimizer_config"))
    rate = _mapping(optimizer.get("config")).get("learning_rate")
    return Compiled(
        losses=list(_losses(told.get("loss"))),
        optimizer=str(optimizer.get("class_name", "")),
        learning_rate=float(rate) if isinstance(rate, int | float) else None,
        metrics=[_word(metric) for metric in told.get("metrics") or () if metric],
    )


def _after(earlier: Layer, layer: Layer) -> Layer:
    """A Sequential writes down no links: each layer is called on the one before it."""
    return replace(layer, calls=[[earlier.name]])


def _layer(config: Mapping[str, Any]) -> Layer:
    inner = _mapping(config.get("config"))
    inside = [_layer(one) for one in inner.get("layers", ()) if isinstance(one, Mapping)]
    plain = {k: v for k, v in inner.items() if isinstance(v, bool | int | float | str)}
    activation = inner.get("activation")
    if activation is not None:
        plain["activation"] = _word(activation)
    return Layer(
        name=str(config.get("name") or inner.get("name", "")),
        kind=str(config.get("class_name", "")),
        config=plain,
        calls=[_callers(node) for node in config.get("inbound_nodes") or ()],
        trainable=bool(inner.get("trainable", True)),
        layers=inside,
    )


def _callers(node: Any) -> list[str]:
    """The layers that one call was given, as ``Layer.calls`` names them."""
    return [
        name if not call else f"{name}:{call}"
        for name, call in ((str(h[0]), int(h[1])) for h in _histories(node))
    ]


def _histories(value: Any) -> Iterator[Sequence[Any]]:
    if isinstance(value, Mapping):
        history = value.get("keras_history")
        if isinstance(history, list) and len(history) == 3:
            yield history
            return
        for inner in value.values():
            yield from _histories(inner)
    elif isinstance(value, list):
        if len(value) >= 3 and isinstance(value[0], str) and isinstance(value[1], int):
            yield value  # as Keras 2 wrote it
            return
        for inner in value:
            yield from _histories(inner)


def _names(ends: Any) -> Iterator[str]:
    if isinstance(ends, list) and ends and isinstance(ends[0], str):
        yield ends[0]
    elif isinstance(ends, list):
        for end in ends:
            yield from _names(end)


def _losses(loss: Any) -> Iterator[Loss]:
    if isinstance(loss, list):
        for one in loss:
            yield from _losses(one)
    elif isinstance(loss, Mapping) and "class_name" not in loss:
        for one in loss.values():
            yield from _losses(one)
    elif loss is not None:
        given = _mapping(_mapping(loss).get("config"))
        name = _word(loss)
        yield Loss(
            name=_LOSS_ALIASES.get(name, name),
            from_logits=bool(given.get("from_logits", False)),
            given_as="text" if isinstance(loss, str) else name,
        )


def _word(given: Any) -> str:
    """A name in snake case, however a configuration spells it."""
    if isinstance(given, Mapping):
        inner = given.get("config")
        given = inner if isinstance(inner, str) else given.get("class_name", "")
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", str(given)).lower()


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
