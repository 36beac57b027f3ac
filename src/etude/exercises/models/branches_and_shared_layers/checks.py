"""The marking scheme."""

from etude.checks.branches import Branches
from etude.checks.compiled_with import CompiledWith
from etude.checks.defines import Defines
from etude.checks.functional_graph import FunctionalGraph
from etude.checks.model_contract import Asked, ModelContract
from etude.checks.shares_layer import SharesLayer
from etude.checks.values import Call, Tuple


def built(shape, size):
    return Call(
        function="build_matcher",
        args=(Tuple(items=shape), size),
        label=f"build_matcher({shape}, {size})",
    )


def asked(shape, size):
    return Asked(of=built(shape, size), inputs=(shape, shape), outputs=((1,),))


MODEL = built((28, 28, 1), 16)
SMALLER = built((20, 12, 3), 8)

CHECKS = [
    Defines(function="build_matcher", parameters=("input_shape", "encoding_size")),
    FunctionalGraph(of=MODEL, after=("defines",)),
    ModelContract(
        models=(asked((28, 28, 1), 16), asked((20, 12, 3), 8)),
        names=("first", "second"),
        low=0.0,
        high=1.0,
        points=2,
        after=("functional_graph",),
    ),
    Branches(of=MODEL, points=2, after=("functional_graph",)),
    SharesLayer(of=MODEL, encoding=16, points=3, after=("branches",)),
    SharesLayer(of=SMALLER, encoding=8, name="shares_layer_of_any_size", after=("shares_layer",)),
    CompiledWith(of=MODEL, labels="binary", points=2, after=("functional_graph",)),
]
