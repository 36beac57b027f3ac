"""The marking scheme: shapes and sizes for several arguments, and the loss."""

from etude.checks.compiled_with import CompiledWith
from etude.checks.counts_once import CountsOnce
from etude.checks.defines import Defines
from etude.checks.functional_graph import FunctionalGraph
from etude.checks.has_layers import HasLayers, Step
from etude.checks.model_contract import Asked, ModelContract
from etude.checks.parameter_budget import ParameterBudget
from etude.checks.returns_value import ReturnsValue
from etude.checks.values import Call, Name


def built(words, widths, filters, classes):
    return Call(
        function="build",
        args=(words, widths, filters, classes),
        label=f"build({words}, {widths}, {filters}, {classes})",
    )


def asked(of, classes):
    return Asked(of=of, inputs=((None,),), outputs=((classes,),))


MODEL, NARROW, OTHER = built(500, [2, 3, 4], 8, 5), built(300, [3], 6, 4), built(400, [2, 5], 7, 3)

CHECKS = [
    Defines(function="build", parameters=("words", "widths", "filters", "classes")),
    FunctionalGraph(of=MODEL, after=("defines",)),
    ModelContract(
        models=(asked(MODEL, 5), asked(NARROW, 4), asked(OTHER, 3)),
        sums_to_one=True,
        points=3,
        after=("functional_graph",),
    ),
    ParameterBudget(
        name="size", of=MODEL, at_least=9_301, at_most=9_301, points=2, after=("model_contract",)
    ),
    ParameterBudget(
        name="size_of_other", of=OTHER, at_least=7_243, at_most=7_243, after=("size",)
    ),
    HasLayers(
        of=NARROW,
        steps=(Step(kind="Conv1D", options={"filters": 6, "kernel_size": 3}, activation="relu"),),
        among=True,
        after=("model_contract",),
    ),
    CountsOnce(of=MODEL, words=(31, 7), after=("size",)),
    CompiledWith(of=MODEL, labels="integers", accuracy=True, after=("functional_graph",)),
    ReturnsValue(of=Name(name="PARAMETERS"), parameters_of=MODEL, after=("functional_graph",)),
]
