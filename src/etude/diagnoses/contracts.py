"""What checks saw of the models that a function of the learner made for given arguments."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from etude import decoding
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Model

Sizes = Sequence[int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeModel:
    """One model, and what had been asked for; shapes without the batch axis.

    Attributes:
      of: the call as messages tell it: "build_model((28, 28, 1), 10)".
      inputs, outputs: of the model, empty when it does not know them.
    """

    of: str
    model: Model
    wanted_inputs: Sequence[Sizes]
    wanted_outputs: Sequence[Sizes]
    inputs: Sequence[Sizes]
    outputs: Sequence[Sizes]


def made_models(evidence: Evidence) -> list[MadeModel]:
    """Every model that a check compared with what was asked, in order."""
    return [
        _made(fields, described)
        for facts in evidence.facts.values()
        if isinstance(facts.get("made"), list)
        for fields, described in _pairs(facts)
    ]


def _pairs(facts: Mapping[str, Any]) -> list[tuple[Mapping[str, Any], Any]]:
    """Calls that gave a model, each with the model's description."""
    made = [one for one in facts["made"] if "wanted_inputs" in one and "no_model" not in one]
    return list(zip(made, facts["model"], strict=False))


def _made(fields: Mapping[str, Any], described: Any) -> MadeModel:
    model = decoding.convert(described, Model, strict=False)
    return MadeModel(
        of=str(fields["of"]),
        model=model,
        wanted_inputs=fields["wanted_inputs"],
        wanted_outputs=fields["wanted_outputs"],
        inputs=[list(tensor.shape or [None])[1:] for tensor in model.inputs],
        outputs=[list(tensor.shape or [None])[1:] for tensor in model.outputs],
    )
