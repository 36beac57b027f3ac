"""The marking scheme: two outputs, two losses, and a training of both."""

from etude.checks.losses_of_outputs import LossesOfOutputs, Output
from etude.checks.model_contract import Asked, ModelContract
from etude.checks.outputs_share_layer import OutputsShareLayer
from etude.checks.returns_history import ReturnsHistory
from etude.checks.unbounded_outputs import UnboundedOutputs
from etude.checks.values import Name

MODEL = Name(name="model")

CHECKS = [
    ModelContract(
        models=(Asked(of=MODEL, inputs=((6,),), outputs=((3,), (1,))),),
        points=2,
    ),
    OutputsShareLayer(of=MODEL, points=2, after=("model_contract",)),
    UnboundedOutputs(of=MODEL, outputs=(1,), after=("model_contract",)),
    LossesOfOutputs(
        of=MODEL,
        inputs=Name(name="features"),
        outputs=(
            Output(name="origin", labels="integers", weight=1.0),
            Output(name="reach", labels="numbers", weight=0.1),
        ),
        points=4,
        after=("model_contract",),
    ),
    ReturnsHistory(
        of=Name(name="history"),
        series=("loss", "origin_loss", "reach_loss"),
        points=2,
        after=("model_contract",),
    ),
]
