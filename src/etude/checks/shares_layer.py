"""The same layers, with the same weights, are used on every input of a model."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from etude.checks.live import Facts, Live
from etude.checks.of_model import OfModel, as_model
from etude.checks.small_batch import own_shapes, run_model, run_small_batch, small_batch
from etude.domain.network import Merge, find_layer, merges, weighted_before
from etude.domain.observations import Layer, Model
from etude.domain.verdict import Verdict

# Between two float32 results of the same arithmetic.
_ROUNDING = 1e-5


class SharesLayer(OfModel, frozen=True, kw_only=True):
    """Passes a model inside the model and plain layers alike, as long as each is called on both.

    Attributes:
      encoding: how many numbers are made of each input before the paths meet, when that is asked.
      shapes: of the inputs, for a model that does not know them itself; batch axis left out.
    """

    encoding: int | None = None
    shapes: tuple[tuple[int | None, ...], ...] = ()

    @property
    def title(self) -> str:
        return f"{self.of} encodes its inputs with the same layers"

    def look(self, live: Live, model: Any) -> Facts:
        if isinstance(model, live.keras.Function):
            return {"encodings_agree": _encodings_agree(live, model)}
        return {"calls": _count_calls(live, model, own_shapes(model) or self.shapes)}

    def judge_model(self, model: Model, facts: Facts) -> Verdict:
        if "calls" in facts:
            return self._judge_counts(facts["calls"])
        met = merges(model)
        if not met:
            return self._failed("no layer that takes tensors from several inputs")
        used = [weighted_before(model, path) for path in met[0].paths]
        apart = _not_common(used)
        if apart:
            return self._failed(f"layers of one input only: {_listed(apart)}")
        if not any(used):
            return self._failed("no layer with weights before the paths meet")
        if facts["encodings_agree"] is False:
            return self.failed(
                expected="equal inputs get equal encodings",
                received="encodings that differ although both inputs were the same",
                attempt="do the same to both inputs up to where they meet",
            )
        sizes = _sizes(model, met[0])
        if self.encoding is not None and any(size != self.encoding for size in sizes):
            return self.failed(
                expected=f"{self.of} makes {self.encoding} numbers of each input",
                received=f"{sizes[0]} numbers where the paths meet ({met[0].layer.name})",
                attempt="give the encoder's last layer as many units as the argument says",
            )
        return self.passed()

    def _judge_counts(self, calls: dict[str, int]) -> Verdict:
        if any(count > 1 for count in calls.values()):
            return self.passed()
        names = ", ".join(calls) or "none"
        return self._failed(f"each layer with weights called once: {names}")

    def _failed(self, received: str) -> Verdict:
        return self.failed(
            expected="one encoder, made once and called on each input",
            received=received,
            attempt="make the layer or model once, keep it in a variable, call it on both inputs",
        )


def _not_common(used: Sequence[Sequence[Layer]]) -> list[Layer]:
    """Layers that not every path uses."""
    common = set.intersection(*({layer.name for layer in path} for path in used))
    found = {layer.name: layer for path in used for layer in path if layer.name not in common}
    return list(found.values())


def _sizes(model: Model, merge: Merge) -> list[Any]:
    """Size of the last axis of each tensor that meets."""
    layers = [find_layer(model.layers, path) for path in merge.paths]
    shapes = [layer.output_shape if layer else None for layer in layers]
    return [shape[-1] if shape else None for shape in shapes]


def _listed(layers: Sequence[Layer]) -> str:
    return ", ".join(f"{layer.name} ({layer.kind})" for layer in layers)


def _encodings_agree(live: Live, model: Any) -> bool | None:
    """Whether equal inputs give equal tensors where the paths meet; None when that is not known."""
    met = merges(as_model(live.describe_model(model)))
    shapes = own_shapes(model)
    if not met or any(shape != shapes[0] for shape in shapes):
        return None
    meeting = next(one for one in model.operations if one.name == met[0].layer.name)
    encoders = live.keras.Model(model.inputs, meeting.input)
    batch = small_batch(live, encoders, shapes)
    first = next(iter(batch.values())) if isinstance(batch, dict) else batch[0]
    encodings = run_model(live, encoders, [first] * len(shapes))
    if any(one.shape != encodings[0].shape for one in encodings):
        return False
    return all(bool(live.np.allclose(one, encodings[0], atol=_ROUNDING)) for one in encodings)


def _count_calls(live: Live, model: Any, shapes: Sequence[Sequence[int | None]]) -> dict[str, int]:
    """How often each layer with weights is called when the model runs once."""
    run_small_batch(live, model, shapes)  # builds it
    layers = [layer for layer in model.layers if layer.weights]
    with _counting(layers) as counts:
        run_small_batch(live, model, shapes)
    return counts


@contextmanager
def _counting(layers: Sequence[Any]) -> Iterator[dict[str, int]]:
    counts = {str(layer.name): 0 for layer in layers}
    for layer in layers:
        layer.__dict__["call"] = _counted(layer.call, counts, str(layer.name))
    try:
        yield counts
    finally:
        for layer in layers:
            del layer.__dict__["call"]


def _counted(call: Any, counts: dict[str, int], name: str) -> Any:
    def counted(*args: Any, **kwargs: Any) -> Any:
        counts[name] += 1
        return call(*args, **kwargs)

    return counted
