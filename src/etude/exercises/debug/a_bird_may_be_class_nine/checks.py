"""The marking scheme: a model for each pair of arguments."""

from etude.checks.compiled_with import CompiledWith
from etude.checks.defines import Defines
from etude.checks.model_contract import Asked, ModelContract
from etude.checks.values import Call, Tuple


def built(shape, classes):
    return Call(
        function="build_model",
        args=(Tuple(items=shape), classes),
        label=f"build_model({shape}, {classes})",
    )


def asked(shape, classes):
    return Asked(of=built(shape, classes), inputs=(shape,), outputs=((classes,),))


CHECKS = [
    Defines(function="build_model", parameters=("input_shape", "num_classes")),
    ModelContract(
        models=(asked((28, 28, 1), 10), asked((32, 32, 3), 2), asked((24, 20, 3), 5)),
        sums_to_one=True,
        after=("defines",),
        points=3,
    ),
    CompiledWith(of=built((32, 32, 3), 2), labels="integers", accuracy=True, after=("defines",)),
]
