"""A model has the layers that the statement asks for, in that order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from etude.checks.live import Facts
from etude.checks.of_model import OfModel
from etude.domain.heads import ACTIVATION_KINDS
from etude.domain.network import is_inside_model
from etude.domain.observations import Layer, Model
from etude.domain.verdict import Verdict

# Layers that change nothing about the architecture; accepted anywhere unless ``strict`` is set.
_EXTRAS = frozenset(
    {
        "Dropout", "SpatialDropout1D", "SpatialDropout2D", "SpatialDropout3D",
        "GaussianNoise", "GaussianDropout", "AlphaDropout", "BatchNormalization",
        "LayerNormalization", "GroupNormalization", "Rescaling", "Normalization",
        "RandomFlip", "RandomRotation", "RandomZoom", "RandomTranslation", "RandomContrast",
        "RandomBrightness", "RandomCrop", "Identity", "ActivityRegularization", "Cast",
    }
)  # fmt: skip
# NotEqual is how Keras writes down the mask of an Embedding in a functional model.
_NO_LAYERS = frozenset({"InputLayer", "NotEqual"})


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One layer of a wanted architecture.

    Attributes:
      kind: its class, "Conv2D"; several separated by "|" are equally right.
      options: arguments it must have, {"filters": 32}; an int stands for equal sides.
      activation: the one that its output must go through, as argument or as a layer after it.
    """

    kind: str
    options: dict[str, int | float | str | bool] = {}
    activation: str = ""

    def __str__(self) -> str:
        return _told(self.kind.replace("|", " or "), self.options, self.activation)


class HasLayers(OfModel, frozen=True, kw_only=True):
    """Attributes:
    steps: the layers, from input to output.
    strict: allow no layers in between, not even those that change nothing about the architecture.
    among: allow any other layers before, in between and after.
    """

    steps: tuple[Step, ...]
    strict: bool = False
    among: bool = False

    @property
    def title(self) -> str:
        return f"{self.of}: {' -> '.join(step.kind.partition('|')[0] for step in self.steps)}"

    def judge_model(self, model: Model, facts: Facts) -> Verdict:
        seen = list(self._seen(model))
        if self.among:
            return self._judge_among(seen)
        for number, step in enumerate(self.steps):
            found = seen[number] if number < len(seen) else None
            if found is None or not _matches(found, step):
                return self._failed(number, step, found, seen)
        if len(seen) > len(self.steps):
            return self._failed(len(self.steps), None, seen[len(self.steps)], seen)
        return self.passed()

    def _judge_among(self, seen: Sequence["_Seen"]) -> Verdict:
        """Each step is looked for after the one before."""
        place = 0
        for step in self.steps:
            later = range(place, len(seen))
            found = next((i for i in later if _matches(seen[i], step)), None)
            if found is None:
                return self._not_among(step, seen[place:], seen)
            place = found + 1
        return self.passed()

    def _not_among(self, step: Step, rest: Sequence["_Seen"], seen: Sequence["_Seen"]) -> Verdict:
        """The nearest that came, a layer of the wanted class with other options, is told."""
        near = next((one for one in rest if _is_kind(one.layer, step.kind.split("|"))), None)
        whole = " -> ".join(str(one) for one in seen) or "no layers"
        return self.failed(
            expected=str(step) if step is self.steps[0] else f"{step}, after what comes before it",
            received=f"{near.told(step) if near else 'none'}; the model is {whole}",
            attempt="compare model.summary() with what the statement asks for",
            line=near.layer.line if near else 0,
        )

    def _seen(self, model: Model) -> Iterator["_Seen"]:
        """Layers that count, each with the activation that its output goes through."""
        waiting: list[_Seen] = []
        for layer in _in_order(model.layers):
            ignored = _NO_LAYERS if self.strict else _NO_LAYERS | _EXTRAS
            if layer.kind in ignored:
                continue
            activation = _pure_activation(layer)
            if activation is None:
                waiting.append(_Seen(layer, str(layer.config.get("activation", ""))))
            elif not _applied(activation, waiting):
                waiting.append(_Seen(layer, activation))
        yield from waiting

    def _failed(
        self, number: int, step: Step | None, found: "_Seen | None", seen: Sequence["_Seen"]
    ) -> Verdict:
        place = f"layer {number + 1}"
        wanted = f"{place} is {step}" if step else f"{number} layers, the last one {self.steps[-1]}"
        received = found.told(step) if found else f"nothing after layer {number}"
        whole = " -> ".join(str(one) for one in seen) or "no layers"
        return self.failed(
            expected=wanted,
            received=f"{received}; the model is {whole}",
            attempt="compare model.summary() with the list in the statement",
            line=found.layer.line if found else 0,
        )


@dataclass(frozen=True, slots=True)
class _Seen:
    layer: Layer
    activation: str

    def __str__(self) -> str:
        return _told(self.layer.kind, self._options(("filters", "units", "rate")), self.activation)

    def told(self, step: Step | None) -> str:
        """In the words of the step that was wanted, with the layer's name."""
        keys = tuple(step.options) if step else ()
        bare = step and step.activation and self.activation == "linear"
        without = " without activation" if bare else ""
        layer = self.layer
        return f"{_told(layer.kind, self._options(keys), self.activation)}{without} ({layer.name})"

    def _options(self, keys: Sequence[str]) -> dict[str, Any]:
        return {key: self.layer.config[key] for key in keys if key in self.layer.config}


def _in_order(layers: Sequence[Layer]) -> Iterator[Layer]:
    """Layers in the order of data, those of models inside in their place."""
    for layer in layers:
        if is_inside_model(layer):
            yield from _in_order(layer.layers)
        else:
            yield layer


def _pure_activation(layer: Layer) -> str | None:
    if layer.kind == "Activation":
        return str(layer.config.get("activation", ""))
    return ACTIVATION_KINDS.get(layer.kind)


def _applied(activation: str, seen: list[_Seen]) -> bool:
    """Gives it to the last layer that has none yet; pooling in between makes no difference."""
    for place in range(len(seen) - 1, -1, -1):
        one = seen[place]
        if one.activation == "linear":
            seen[place] = replace(one, activation=activation)
            return True
        if "Pooling" not in one.layer.kind and one.layer.kind != "Flatten":
            return one.activation == activation == "relu"  # twice is as good as once
    return activation == "linear"


def _matches(seen: _Seen, step: Step) -> bool:
    return (
        _is_kind(seen.layer, step.kind.split("|"))
        and all(_equals(seen.layer.config, key, value) for key, value in step.options.items())
        and (not step.activation or seen.activation == step.activation)
    )


def _is_kind(layer: Layer, kinds: Sequence[str]) -> bool:
    if layer.kind in kinds:
        return True
    shape = layer.output_shape
    reshaped = layer.kind == "Reshape" and isinstance(shape, Sequence) and len(shape) == 2
    return reshaped and "Flatten" in kinds


def _equals(config: Mapping[str, Any], key: str, value: Any) -> bool:
    have = config.get(key)
    if isinstance(have, list | tuple) and not isinstance(value, list | tuple):
        return all(one == value for one in have)
    return bool(have == value)


def _told(kind: str, options: Mapping[str, Any], activation: str) -> str:
    """Conv2D(filters=32, relu)."""
    inside = [f"{key}={_side(value)}" for key, value in options.items()]
    inside += [activation] if activation not in ("", "linear") else []
    return f"{kind}({', '.join(inside)})" if inside else kind


def _side(value: Any) -> Any:
    """3 for a kernel of (3, 3)."""
    if isinstance(value, list | tuple) and len(set(value)) == 1:
        return value[0]
    return value
