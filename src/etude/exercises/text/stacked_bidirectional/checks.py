"""The marking scheme: shapes, layers, mask, loss and size."""

from etude.checks.compiled_with import CompiledWith
from etude.checks.defines import Defines
from etude.checks.has_layers import HasLayers, Step
from etude.checks.ignores_padding import IgnoresPadding
from etude.checks.model_contract import Asked, ModelContract
from etude.checks.parameter_budget import ParameterBudget
from etude.checks.returns_value import ReturnsValue
from etude.checks.values import Call, Name


def built(words, units):
    return Call(function="build", args=(words, units), label=f"build({words}, {units})")


MODEL = built(500, 8)

CHECKS = [
    Defines(function="build", parameters=("words", "units")),
    ModelContract(
        models=tuple(
            Asked(of=of, inputs=((None,),), outputs=((1,),)) for of in (MODEL, built(300, 12))
        ),
        low=0.0,
        high=1.0,
        points=2,
        after=("defines",),
    ),
    HasLayers(
        of=MODEL,
        steps=(
            Step(kind="Embedding", options={"output_dim": 16}),
            Step(kind="Bidirectional"),
            Step(kind="Bidirectional"),
            Step(kind="Dense", options={"units": 1}, activation="sigmoid"),
        ),
        points=2,
        after=("model_contract",),
    ),
    IgnoresPadding(
        of=MODEL, tokens=[[31, 5, 2], [7, 1, 44], [12, 3, 9]], points=2, after=("model_contract",)
    ),
    CompiledWith(of=MODEL, labels="binary", accuracy=True, after=("model_contract",)),
    ParameterBudget(of=MODEL, at_least=10_865, at_most=11_200, after=("has_layers",)),
    ParameterBudget(
        name="size_of_other",
        of=built(300, 24),
        at_least=23_377,
        at_most=24_000,
        after=("parameter_budget",),
    ),
    ReturnsValue(of=Name(name="PARAMETERS"), parameters_of=MODEL, after=("model_contract",)),
]
