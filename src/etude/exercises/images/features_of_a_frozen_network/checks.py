"""The marking scheme: the given network untouched, few weights that learn, and good answers."""

from etude.checks.parameter_budget import ParameterBudget
from etude.checks.reaches_score import ReachesScore
from etude.checks.tuned_layers import TunedLayers
from etude.checks.values import Name

MODEL = Name(name="model")

CHECKS = [
    TunedLayers(of=MODEL, file="efficientnet_lite0/efficientnet_lite0.keras", points=2),
    ParameterBudget(of=MODEL, trainable=True, at_most=100_000, at_least=1_000),
    ReachesScore(
        by=MODEL,
        inputs=Name(name="test_data"),
        bar=0.78,
        things="test drawings",
        plain="guessing gives about 0.4",
        after=("tuned_layers",),
        points=4,
    ),
]
