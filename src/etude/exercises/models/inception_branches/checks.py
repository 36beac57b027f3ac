"""The marking scheme: shapes, branches and size."""

from etude.checks.compiled_with import CompiledWith
from etude.checks.defines import Defines
from etude.checks.functional_graph import FunctionalGraph
from etude.checks.model_contract import Asked, ModelContract
from etude.checks.parallel_paths import ParallelPaths
from etude.checks.parameter_budget import ParameterBudget
from etude.checks.values import Call, Tuple


def built(shape, classes):
    return Call(
        function="build_model",
        args=(Tuple(items=shape), classes),
        label=f"build_model({shape}, {classes})",
    )


def asked(shape, classes):
    return Asked(of=built(shape, classes), inputs=(shape,), outputs=((classes,),))


MODEL = built((28, 28, 1), 10)

CHECKS = [
    Defines(function="build_model", parameters=("input_shape", "num_classes")),
    FunctionalGraph(of=MODEL, after=("defines",)),
    ModelContract(
        models=(asked((28, 28, 1), 10), asked((32, 20, 3), 4)),
        sums_to_one=True,
        points=2,
        after=("functional_graph",),
    ),
    ParallelPaths(
        of=MODEL, joins="Concatenate", paths=3, points=4, after=("functional_graph",)
    ),
    ParameterBudget(of=MODEL, at_most=6_000, points=2, after=("functional_graph",)),
    CompiledWith(of=MODEL, labels="integers", after=("functional_graph",)),
]
