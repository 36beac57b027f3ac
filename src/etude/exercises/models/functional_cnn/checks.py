"""The marking scheme."""

from etude.checks.compiled_with import CompiledWith
from etude.checks.defines import Defines
from etude.checks.functional_graph import FunctionalGraph
from etude.checks.has_layers import HasLayers, Step
from etude.checks.model_contract import Asked, ModelContract
from etude.checks.returns_value import ReturnsValue
from etude.checks.values import Call, Name, Tuple


def built(shape, classes):
    return Call(
        function="build_cnn_model",
        args=(Tuple(items=shape), classes),
        label=f"build_cnn_model({shape}, {classes})",
    )


def asked(shape, classes):
    return Asked(of=built(shape, classes), inputs=(shape,), outputs=((classes,),))


MODEL = built((28, 28, 1), 10)

CHECKS = [
    Defines(function="build_cnn_model", parameters=("input_shape", "num_classes")),
    FunctionalGraph(of=MODEL, after=("defines",)),
    ModelContract(
        models=(asked((28, 28, 1), 10), asked((32, 24, 3), 5)),
        sums_to_one=True,
        points=3,
        after=("functional_graph",),
    ),
    HasLayers(
        of=MODEL,
        steps=(
            Step(kind="Conv2D", options={"filters": 32, "kernel_size": 3}, activation="relu"),
            Step(kind="MaxPooling2D", options={"pool_size": 2}),
            Step(kind="Conv2D", options={"filters": 64, "kernel_size": 3}, activation="relu"),
            Step(kind="MaxPooling2D", options={"pool_size": 2}),
            Step(kind="Flatten"),
            Step(kind="Dense", options={"units": 128}, activation="relu"),
            Step(kind="Dense", options={"units": 10}, activation="softmax"),
        ),
        points=2,
        after=("functional_graph",),
    ),
    CompiledWith(of=MODEL, labels="integers", accuracy=True, points=2, after=("functional_graph",)),
    ReturnsValue(of=Name(name="PARAMETERS"), parameters_of=MODEL, after=("functional_graph",)),
]
