"""Questions about training loops of one's own, as their recorded calls tell them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from etude.domain.observations import Call, Compiled, Loss, Model


def with_losses_of_loops(models: Sequence[Model], calls: Sequence[Call]) -> list[Model]:
    """Models that were never compiled, as if with the loss that a loop calls on their outputs."""
    used = {call.arguments["model"]: call for call in calls if _is_loss_of_model(call)}
    return [
        replace(model, compiled=_compiled(used[model.key]))
        if model.compiled is None and model.key in used
        else model
        for model in models
    ]


def _is_loss_of_model(call: Call) -> bool:
    return call.name == "Loss.call" and "model" in call.arguments


def _compiled(call: Call) -> Compiled:
    given: Any = call.arguments
    loss = Loss(name=given["loss"], from_logits=given["from_logits"], given_as="object")
    return Compiled(line=call.line, losses=[loss])
