"""How each layer came out of a training."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from etude.domain.health import Health, LayerHealth
from etude.render.html.architecture import Where
from etude.render.numbers import figure

_SHORTEST = 0.03


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerRow:
    """Texts of one layer, "" where nothing was measured.

    Attributes:
      bar: length of its gradient's bar between 0 and 1, on a logarithmic scale over the layers.
      ill: whether weights are NaN or infinite.
    """

    name: str
    kind: str
    where: str
    change: str
    gradient: str
    bar: float
    zero_units: str
    note: str
    ill: bool


def layer_rows(health: Health | None, where: Where) -> list[LayerRow]:
    """One row per layer, from input to output."""
    if health is None:
        return []
    gradients = [layer.gradient for layer in health.layers]
    return [
        _row(layer, bar, where) for layer, bar in zip(health.layers, _bars(gradients), strict=True)
    ]


def _row(layer: LayerHealth, bar: float, where: Where) -> LayerRow:
    notes = [
        "" if layer.trainable else "frozen",
        f"{layer.nan:,} weights are NaN or infinite" if layer.nan else "",
    ]
    return LayerRow(
        name=layer.name,
        kind=layer.kind,
        where=where(layer.line),
        change="" if layer.change is None else _percent(layer.change),
        gradient="" if layer.gradient is None else figure(layer.gradient),
        bar=bar,
        zero_units="" if layer.zero_units is None else f"{layer.zero_units:.0%}",
        note=", ".join(filter(None, notes)),
        ill=bool(layer.nan),
    )


def _percent(share: float) -> str:
    return f"{share:.1%}" if math.isfinite(share) else figure(share)


def _bars(values: Sequence[float | None]) -> list[float]:
    """The largest fills its cell; each order of magnitude below is shorter by the same length."""
    powers = [math.log10(v) if v and math.isfinite(v) else None for v in values]
    known = [power for power in powers if power is not None]
    if not known:
        return [0.0] * len(powers)
    # At least four decades, so that layers that differ little have bars that differ little.
    span = max(4.0, max(known) - min(known))
    return [
        0.0 if power is None else max(_SHORTEST, 1 - (max(known) - power) / span)
        for power in powers
    ]
