"""A model has several inputs whose paths meet and lead to its output."""

from collections.abc import Sequence
from typing import Any

from etude.checks.live import Facts, Live
from etude.checks.of_model import OfModel
from etude.checks.small_batch import own_shapes, run_model, run_small_batch, small_batch
from etude.domain.network import ancestors, merges, weighted_before
from etude.domain.observations import Model
from etude.domain.verdict import Verdict


class Branches(OfModel, frozen=True, kw_only=True):
    """Attributes:
    inputs: how many inputs meet.
    weights_before_merge: each path has a layer with weights before they meet.
    shapes: of the inputs, for a model that does not know them itself; batch axis left out.
    """

    inputs: int = 2
    weights_before_merge: bool = True
    shapes: tuple[tuple[int | None, ...], ...] = ()

    @property
    def title(self) -> str:
        return f"{self.of}: the paths of {self.inputs} inputs meet and lead to the output"

    def look(self, live: Live, model: Any) -> Facts:
        shapes = own_shapes(model) or self.shapes
        if len(shapes) != self.inputs:
            return {"matters": []}
        plain = run_small_batch(live, model, shapes)
        changed = [_with_one_changed(live, model, shapes, place) for place in range(len(shapes))]
        return {"matters": [_differ(live, plain, outputs) for outputs in changed]}

    def judge_model(self, model: Model, facts: Facts) -> Verdict:
        if model.inputs and len(model.inputs) != self.inputs:
            return self._wrong_count(model)
        if model.inputs and not merges(model):
            return self.failed(
                expected=f"{self.inputs} inputs whose paths meet before the output",
                received="no layer that takes tensors from several inputs",
                attempt="call keras.layers.Concatenate() or Subtract(), or an operation of "
                "keras.ops, on tensors of both paths",
            )
        idle = [number for number, matters in enumerate(facts["matters"]) if not matters]
        if idle:
            return self.failed(
                expected="an output that depends on every input",
                received=f"the same output whatever {_input_name(model, idle[0])} holds",
            )
        bare = _bare_inputs(model) if self.weights_before_merge else []
        if bare:
            return self.failed(
                expected="every input passes layers with weights before the paths meet",
                received=f"{bare[0]} goes straight to where the paths meet",
            )
        return self.passed()

    def _wrong_count(self, model: Model) -> Verdict:
        names = ", ".join(tensor.path for tensor in model.inputs)
        return self.failed(
            expected=f"{self.inputs} inputs whose paths meet before the output",
            received=f"{len(model.inputs)} input{'s' * (len(model.inputs) > 1)}: {names}",
            attempt="make one keras.Input for each, and give keras.Model a list of them",
        )


def _bare_inputs(model: Model) -> list[str]:
    """Inputs that reach the first meeting without passing any weights."""
    names = {tensor.path for tensor in model.inputs}
    return [
        name
        for merge in merges(model)[:1]
        for path in merge.paths
        if not weighted_before(model, path)
        for name in sorted(ancestors(model.layers, path) & names)
    ]


def _input_name(model: Model, number: int) -> str:
    return f"input {model.inputs[number].path!r}" if model.inputs else f"input {number + 1}"


def _with_one_changed(
    live: Live, model: Any, shapes: Sequence[Sequence[int | None]], place: int
) -> list[Any]:
    """Outputs when this input alone holds other values: its rows in reverse order."""
    inputs = small_batch(live, model, shapes)
    if len(shapes) == 1:
        return run_model(live, model, inputs[::-1])
    key = list(inputs)[place] if isinstance(inputs, dict) else place
    inputs[key] = inputs[key][::-1]
    return run_model(live, model, inputs)


def _differ(live: Live, before: Sequence[Any], after: Sequence[Any]) -> bool:
    pairs = zip(before, after, strict=True)
    return any(not live.np.array_equal(one, other) for one, other in pairs)
