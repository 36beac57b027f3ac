"""A model with several outputs has the right loss for each, with the weight that was asked for."""

from typing import Any, Literal

import msgspec
import numpy as np

from etude.checks.live import Facts, Live
from etude.checks.of_model import OfModel
from etude.checks.small_batch import run_model
from etude.checks.values import Value
from etude.domain.heads import heads
from etude.domain.observations import Model
from etude.domain.verdict import Verdict

_ROWS = 32
# Keras computes the loss from the logits behind a softmax, so hardly any probability is too small.
_LEAST = 1e-30
_BOUNDED = ("sigmoid", "softmax", "tanh")
# Of means of float32 logarithms and squares.
_ROUNDING = 2e-3


class Output(msgspec.Struct, frozen=True, kw_only=True):
    """One output.

    Attributes:
      name: what labels for it are called; labels: "integers" for classes, with probabilities as
        output, or "numbers", with the squared or the absolute error as loss.
      weight: what its loss counts in the whole.
    """

    name: str
    labels: Literal["integers", "numbers"]
    weight: float = 1.0


class LossesOfOutputs(OfModel, frozen=True, kw_only=True):
    """The model's own ``evaluate`` tells: labels are moved for one output at a time.

    Attributes:
      outputs: in the order of the model's outputs.
      inputs: an array of examples as the model meets them; a few of its first are asked.
    """

    outputs: tuple[Output, ...]
    inputs: Value

    @property
    def title(self) -> str:
        told = ", ".join(f"{one.weight:g} for {one.name}" for one in self.outputs)
        return f"{self.of} has a loss for each output, weighted {told}"

    def look(self, live: Live, model: Any) -> Facts:
        if not getattr(model, "compiled", False):
            return {"losses": None}
        inputs = live.np.asarray(live.value(self.inputs))[:_ROWS]
        outputs = run_model(live, model, inputs)
        if len(outputs) != len(self.outputs):
            return {"losses": None}
        right = [_right(one, given) for one, given in zip(self.outputs, outputs, strict=True)]
        moved = [_moved(one, given) for one, given in zip(self.outputs, outputs, strict=True)]
        with live.learner():
            base = self._loss(model, inputs, right)
            losses = [
                self._loss(model, inputs, [*right[:place], moved[place], *right[place + 1 :]])
                for place in range(len(right))
            ]
        grown = [_grown(one, given) for one, given in zip(self.outputs, outputs, strict=True)]
        sums = [
            given.sum(axis=-1)
            for one, given in zip(self.outputs, outputs, strict=True)
            if one.labels == "integers"
        ]
        far = max((float(live.np.abs(one - 1).max()) for one in sums), default=0.0)
        return {"losses": [loss - base for loss in losses], "grown": grown, "far_from_one": far}

    def _loss(self, model: Any, inputs: Any, labels: list[Any]) -> float:
        named = {one.name: given for one, given in zip(self.outputs, labels, strict=True)}
        return float(model.evaluate(inputs, named, verbose=0, return_dict=True)["loss"])

    def judge_model(self, model: Model, facts: Facts) -> Verdict:
        if facts["losses"] is None:
            return self.failed(
                expected=f"a compiled model with {len(self.outputs)} outputs",
                received=f"{len(model.outputs)} outputs, "
                + ("compiled" if model.compiled else "not compiled"),
                attempt="give keras.Model a list of outputs, and compile the model",
            )
        if not facts["far_from_one"] <= _ROUNDING:
            return self.failed(
                expected="probabilities that sum to 1 where classes are told apart",
                received=f"sums that are off by up to {facts['far_from_one']:.3g}",
                attempt="softmax over the classes makes probabilities of the last values",
            )
        for one, head in zip(self.outputs, heads(model), strict=False):
            if one.labels == "numbers" and head.activation in _BOUNDED:
                return self.failed(
                    expected=f"{one.name} as a number without bounds",
                    received=f"a last layer with {head.activation}",
                    attempt="a layer with one unit and no activation gives any number",
                    line=head.layer.line if head.layer else 0,
                )
        triples = zip(self.outputs, facts["losses"], facts["grown"], strict=True)
        for one, grew, wanted in triples:
            if not abs(grew - one.weight * wanted) <= _ROUNDING * (1 + abs(one.weight * wanted)):
                return self.failed(
                    expected=f"{_told(one)} as the loss of {one.name}, "
                    f"with a weight of {one.weight:g}",
                    received=f"worse labels for {one.name} change the whole loss by {grew:.4g}, "
                    f"where {one.weight * wanted:.4g} is right"
                    + (f": a weight of {grew / wanted:.3g}?" if wanted else ""),
                    attempt=f'loss={{"{one.name}": ...}} and loss_weights={{"{one.name}": ...}} in '
                    "compile, under the names of the outputs",
                    line=model.compiled.line if model.compiled else 0,
                )
        return self.passed()


def _right(one: Output, given: Any) -> Any:
    """Labels that cost little: the likeliest class, or the value itself."""
    return given.argmax(axis=-1) if one.labels == "integers" else given


def _moved(one: Output, given: Any) -> Any:
    """Labels that cost more: the least likely class, or a value that lies 1 beside."""
    return given.argmin(axis=-1) if one.labels == "integers" else given + 1.0


def _grown(one: Output, given: Any) -> float:
    """By how much the loss of this output grows, without its weight."""
    if one.labels == "numbers":
        return 1.0
    sure = np.clip(given.astype("float64"), _LEAST, 1.0)
    return float(np.mean(np.log(sure.max(axis=-1)) - np.log(sure.min(axis=-1))))


def _told(one: Output) -> str:
    if one.labels == "numbers":
        return "the mean squared or absolute error"
    return "the cross-entropy for class numbers"
