"""A model has no more, or no fewer, parameters than the statement allows."""

from etude.checks.live import Facts
from etude.checks.of_model import OfModel
from etude.domain.observations import Layer, Model
from etude.domain.verdict import Verdict


class ParameterBudget(OfModel, frozen=True, kw_only=True):
    """Attributes:
    at_most, at_least: bounds, both included; None leaves a side open.
    trainable: count only parameters that training changes.
    """

    at_most: int | None = None
    at_least: int | None = None
    trainable: bool = False

    @property
    def title(self) -> str:
        return f"{self.of} has {self._wanted}"

    def judge_model(self, model: Model, facts: Facts) -> Verdict:
        if not model.parameters:
            return self.failed(
                expected=self._wanted,
                received="a model without weights as yet",
                attempt="start with keras.Input(shape=...), so that the layers can be built",
            )
        count = model.trainable_parameters if self.trainable else model.parameters
        if self.at_most is not None and count > self.at_most:
            fewer = "the fewer values reach that layer, the smaller it is"
            return self._failed(model, "freeze more layers" if self.trainable else fewer)
        if self.at_least is not None and count < self.at_least:
            return self._failed(model, "freeze less" if self.trainable else "add units or layers")
        return self.passed()

    @property
    def _wanted(self) -> str:
        bounds = []
        if self.at_least is not None:
            bounds.append(f"at least {self.at_least:,}")
        if self.at_most is not None:
            bounds.append(f"at most {self.at_most:,}")
        return f"{' and '.join(bounds)} {'trainable ' * self.trainable}parameters"

    def _failed(self, model: Model, attempt: str) -> Verdict:
        if self.trainable:
            received = f"{model.trainable_parameters:,} of its {model.parameters:,}"
            return self.failed(expected=self._wanted, received=received, attempt=attempt)
        largest: Layer = max(model.layers, key=lambda layer: layer.parameters)
        return self.failed(
            expected=self._wanted,
            received=f"{model.parameters:,} parameters, {largest.parameters:,} of them in "
            f"{largest.name} ({largest.kind})",
            attempt=attempt,
            line=largest.line,
        )
