"""Questions about training loops of one's own, as their recorded calls tell them."""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from etude.diagnoses.names import calls_in, full_name, function_of, value_of
from etude.diagnoses.source import Source, dotted_name
from etude.domain.error import Error
from etude.domain.network import all_layers
from etude.domain.observations import Call, Compiled, Layer, Loss, Model

MODEL_CALL, GRADIENT, APPLY = "Model.call", "GradientTape.gradient", "Optimizer.apply"
STILL = "weights.still"
_NO_GRADIENTS = "no gradients provided"
# Layers that do one thing in training and another afterwards.
_TWO_WAYS = (
    *("Dropout", "SpatialDropout1D", "SpatialDropout2D", "SpatialDropout3D", "AlphaDropout"),
    *("GaussianDropout", "GaussianNoise", "BatchNormalization"),
)


def forward_passes(calls: Sequence[Call]) -> Iterator[tuple[Call, Call]]:
    """Calls of a model under a tape, each with the gradient in that very model's weights."""
    for place, call in enumerate(calls):
        if call.name == MODEL_CALL and call.arguments["taped"]:
            later = (one for one in calls[place:] if one.name == GRADIENT)
            asked = next(later, None)
            if asked is not None and call.arguments["model"] in asked.arguments.get("of", ()):
                yield call, asked


def behaves_in_two_ways(model: Model) -> list[Layer]:
    """The layers for which it matters whether the model is training, as far as they are seen."""
    return [layer for layer in all_layers(model) if layer.kind in _TWO_WAYS and _does_drop(layer)]


def tape_bodies(source: Source) -> Iterator[ast.With]:
    """The ``with tf.GradientTape()`` blocks."""
    for node in source.nodes:
        if isinstance(node, ast.With) and any(_makes_tape(item) for item in node.items):
            yield node


def optimizers_made(source: Source) -> list[ast.Call]:
    """Calls that make an optimizer of Keras, as far as their names tell, from the first line on."""
    found = source.all(ast.Call)
    made = [one for one in found if "optimizers" in full_name(source, one.func).split(".")[:-1]]
    return sorted(made, key=lambda call: call.lineno)


def _makes_tape(item: ast.withitem) -> bool:
    made = item.context_expr
    return isinstance(made, ast.Call) and dotted_name(made.func).endswith("GradientTape")


def _does_drop(layer: Layer) -> bool:
    return bool(layer.config.get("rate", 1))


def with_losses_of_loops(
    models: Sequence[Model], calls: Sequence[Call], source: Source
) -> list[Model]:
    """Models that were never compiled, as if with the loss that a loop calls on their outputs."""
    used = {_model_of(call, calls, source): call for call in calls if call.name == "Loss.call"}
    return [
        replace(model, compiled=_compiled(used[model.key]))
        if model.compiled is None and model.key in used
        else model
        for model in models
    ]


def _model_of(loss: Call, calls: Sequence[Call], source: Source) -> str:
    """The model whose outputs a loss is called on, as they are; "" when it is not known.

    Outputs of a ``tf.function`` are other tensors than those that the model gave inside it.
    """
    if "model" in loss.arguments:
        return str(loss.arguments["model"])
    returned = _returned_by(source, _outputs_given(source, loss.line))
    for call in calls if returned is not None else ():
        if call.name == MODEL_CALL and returned is not None and call.line == returned.lineno:
            return str(call.arguments["model"])
    return ""


def _outputs_given(source: Source, line: int) -> ast.expr | None:
    """The second argument of the call in a line, or what its name was given."""
    found = [n for n in source.nodes if isinstance(n, ast.Call) and n.lineno == line]
    outputs = next((call.args[1] for call in found if len(call.args) == 2), None)
    if isinstance(outputs, ast.Name):
        return value_of(source, outputs.id, before=line)
    return outputs


def _returned_by(source: Source, node: ast.expr | None) -> ast.Call | None:
    """The one call that a function returns the result of, as in ``return model(inputs)``."""
    function = function_of(source, node.func) if isinstance(node, ast.Call) else None
    returns = [n.value for n in ast.walk(function) if isinstance(n, ast.Return)] if function else []
    value = returns[0] if len(returns) == 1 else None
    return value if isinstance(value, ast.Call) and len(calls_in(value)) == 1 else None


def _compiled(call: Call) -> Compiled:
    given: Any = call.arguments
    loss = Loss(name=given["loss"], from_logits=given["from_logits"], given_as="object")
    return Compiled(line=call.line, losses=[loss])


@dataclass(frozen=True, slots=True)
class LostGradient:
    """A request for gradients that gave None alone.

    Attributes:
      before: the calls between it and the request before it; earlier: all calls before it.
    """

    gradient: Call
    before: Sequence[Call]
    earlier: Sequence[Call]


def refused_without_gradient(error: Error) -> bool:
    """Whether an optimizer stopped since not one weight got a gradient."""
    return _NO_GRADIENTS in error.message.lower()


def lost_gradients(calls: Sequence[Call]) -> LostGradient | None:
    """The first request for gradients in weights that found not a single one."""
    start = 0
    for place, call in enumerate(calls):
        if call.name == GRADIENT:
            given = call.arguments
            if given["variables"] and given["none"] == given["sources"]:
                return LostGradient(call, calls[start:place], calls[:place])
            start = place
    return None
