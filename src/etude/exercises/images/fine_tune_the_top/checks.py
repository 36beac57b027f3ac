"""The marking scheme: which layers of the given network have learned, and by how much."""

from etude.checks.reaches_score import ReachesScore
from etude.checks.tuned_layers import TunedLayers
from etude.checks.values import Name

MODEL = Name(name="model")

CHECKS = [
    TunedLayers(
        of=MODEL, file="efficientnet_lite0/efficientnet_lite0.keras", tuned=("top",), points=4
    ),
    ReachesScore(
        by=MODEL,
        inputs=Name(name="test_data"),
        bar=0.6,
        things="test drawings",
        plain="guessing gives about 0.4",
        after=("tuned_layers",),
    ),
]
