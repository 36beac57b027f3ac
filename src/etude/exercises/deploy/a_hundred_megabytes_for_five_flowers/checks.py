"""The marking scheme: what the network is, and what it weighs."""

from etude.checks.artifact_size import ArtifactSize
from etude.checks.has_layers import HasLayers, Step
from etude.checks.model_contract import Asked, ModelContract
from etude.checks.parameter_budget import ParameterBudget
from etude.checks.values import Name

MODEL = Name(name="model")

CHECKS = [
    ModelContract(
        models=(Asked(of=MODEL, inputs=((224, 224, 3),), outputs=((5,),)),), sums_to_one=True
    ),
    HasLayers(
        of=MODEL,
        steps=(*2 * (Step(kind="Conv2D"),), *2 * (Step(kind="Dense"),)),
        among=True,
        after=("model_contract",),
    ),
    ParameterBudget(
        of=MODEL, at_most=40_000, at_least=7_000, points=2, after=("model_contract",)
    ),
    ArtifactSize(artifact="flowers.keras", most_bytes=200_000, points=2, after=("parameter_budget",)),
]
