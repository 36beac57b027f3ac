"""A model computes in float16, and keeps in float32 what would suffer from it."""

from collections.abc import Sequence

from etude.checks.live import Facts
from etude.checks.of_model import OfModel
from etude.domain.network import all_layers
from etude.domain.observations import Layer, Model
from etude.domain.verdict import Verdict

_MIXED, _WHOLE = "mixed_float16", "float32"
_SCALES = "LossScaleOptimizer"


class ComputesInHalf(OfModel, frozen=True, kw_only=True):
    """Mixed precision: every layer with weights but the last computes in float16."""

    @property
    def title(self) -> str:
        return f"{self.of} computes in float16, with weights and outputs in float32"

    def judge_model(self, model: Model, facts: Facts) -> Verdict:
        return (
            self._wrong_layer([layer for layer in all_layers(model) if layer.parameters])
            or self._wrong_output(model)
            or self._without_scale(model)
            or self.passed()
        )

    def _wrong_layer(self, layers: Sequence[Layer]) -> Verdict | None:
        for layer in layers:
            policy = layer.config.get("dtype", "")
            last = layer is layers[-1]
            if policy != _MIXED and not (last and policy == _WHOLE):
                return self.failed(
                    expected=f"a layer {layer.name} with the policy {_MIXED}, which computes in "
                    "float16 and keeps its weights in float32",
                    received=f"a layer with the policy {policy}",
                    line=layer.line,
                )
        return None

    def _wrong_output(self, model: Model) -> Verdict | None:
        wrong = next((spec for spec in model.outputs if spec.dtype != _WHOLE), None)
        if wrong is None:
            return None
        return self.failed(
            expected="outputs in float32",
            received=f"outputs in {wrong.dtype}",
            attempt='give the last layer dtype="float32"',
        )

    def _without_scale(self, model: Model) -> Verdict | None:
        optimizer = model.compiled.optimizer if model.compiled else ""
        if optimizer == _SCALES:
            return None
        return self.failed(
            expected=f"a model that is compiled with a {_SCALES}",
            received=f"one with {optimizer}" if optimizer else "one that is not compiled",
            attempt="compile wraps the optimizer when the global policy is set before the model is "
            "made; otherwise wrap it yourself",
        )
