"""The marking scheme: a recurrent layer, the old contract, and a bar."""

from etude.checks.has_layers import HasLayers, Step
from etude.checks.hidden_metric import HiddenMetric
from etude.checks.model_contract import Asked, ModelContract
from etude.checks.reads_in_order import ReadsInOrder
from etude.checks.scores import Metric
from etude.checks.values import Name

MODEL = Name(name="model")

CHECKS = [
    HasLayers(
        of=MODEL,
        steps=(Step(kind="LSTM|GRU|SimpleRNN|Bidirectional"),),
        among=True,
        points=2,
    ),
    ModelContract(
        models=(Asked(of=MODEL, inputs=((22,),), outputs=((1,),)),), after=("has_layers",)
    ),
    ReadsInOrder(
        of=MODEL, steps=22, high=150.0, things="years", points=2, after=("model_contract",)
    ),
    HiddenMetric(
        artifact="sunspots.keras",
        hidden="sunspots",
        metric=Metric.MAE,
        bar=22,
        things="years",
        in_time=True,
        points=3,
        after=("model_contract",),
    ),
]
