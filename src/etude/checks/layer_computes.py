"""A layer computes what is asked for, with weights that it keeps itself."""

from typing import Any

import numpy as np

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.verdict import Verdict

# Of float32 sums and exponentials.
_ROUNDING = 1e-4


class LayerComputes(Check, frozen=True, kw_only=True):
    """The layer is called once to be built, then given the weights.

    Attributes:
      of: the layer.
      inputs: an array; weights: arrays that its trainable weights are set to, in this order.
      outputs: what it must give for these, as nested lists.
      formula: in words, for messages.
    """

    of: Value
    inputs: Value
    weights: tuple[Value, ...]
    outputs: list[Any]
    formula: str

    @property
    def title(self) -> str:
        return f"{self.of} computes {self.formula}"

    def probe(self, live: Live) -> Facts:
        layer, inputs = live.fresh(self.of), live.value(self.inputs)
        if not isinstance(layer, live.keras.layers.Layer):
            return {"no_layer": type(layer).__name__}
        given = [live.value(weights) for weights in self.weights]
        with live.learner():
            layer(live.tf.constant(inputs))
        shapes = [list(weight.shape) for weight in layer.trainable_variables]
        facts = {"shapes": shapes, "wanted": [list(array.shape) for array in given]}
        if shapes != facts["wanted"]:
            return facts
        for variable, array in zip(layer.trainable_variables, given, strict=True):
            variable.assign(array)
        with live.learner():
            came = live.np.asarray(layer(live.tf.constant(inputs)), dtype=live.np.float32)
        return {**facts, "came": came}

    def judge(self, facts: Facts) -> Verdict:
        expected = f"{self.of} computes {self.formula}"
        if "no_layer" in facts:
            return self.failed(
                expected=f"{self.of} is a Keras layer", received=f"a {facts['no_layer']}"
            )
        if facts["shapes"] != facts["wanted"]:
            return self.failed(
                expected=f"trainable weights of shape {_told(facts['wanted'])}",
                received=_told(facts["shapes"]) or "no trainable weights",
                attempt="make each weight in build with self.add_weight(shape=..., ...)",
            )
        wanted, came = np.asarray(self.outputs, np.float32), facts["came"]
        if came.shape != wanted.shape:
            return self.failed(
                expected=f"outputs of shape {wanted.shape}", received=f"{came.shape}"
            )
        apart = np.abs(came - wanted)
        if not apart.max() <= _ROUNDING * max(1.0, float(np.abs(wanted).max())):
            place = np.unravel_index(int(apart.argmax()), apart.shape)
            return self.failed(
                expected=f"{expected}: {wanted[place]:.4g} at {tuple(map(int, place))}",
                received=f"{came[place]:.4g} there",
                attempt="compute one output by hand, with weights that you have set yourself",
            )
        return self.passed()


def _told(shapes: list[list[int]]) -> str:
    return ", ".join(str(tuple(shape)) for shape in shapes)
