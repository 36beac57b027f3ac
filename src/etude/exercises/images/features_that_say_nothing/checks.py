"""The marking scheme: the given network untouched, and good answers, whoever scales the pixels."""

from etude.checks.reaches_score import ReachesScore
from etude.checks.tuned_layers import TunedLayers
from etude.checks.values import Name

MODEL = Name(name="model")

CHECKS = [
    TunedLayers(of=MODEL, file="efficientnet_lite0/efficientnet_lite0.keras"),
    ReachesScore(
        by=MODEL,
        inputs=Name(name="test_data"),
        bar=0.7,
        things="test drawings",
        plain="guessing gives about 0.4",
        points=3,
    ),
]
