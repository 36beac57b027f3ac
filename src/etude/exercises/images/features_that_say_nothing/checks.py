"""The marking scheme: the given network untouched, and good answers, whoever scales the pixels."""

from etude.checks.pictures_reach_network import PicturesReachNetwork
from etude.checks.reaches_score import ReachesScore
from etude.checks.tuned_layers import TunedLayers
from etude.checks.values import Folder, Name

MODEL = Name(name="model")
NETWORK = "efficientnet_lite0/efficientnet_lite0.keras"

CHECKS = [
    TunedLayers(of=MODEL, file=NETWORK),
    PicturesReachNetwork(
        model=MODEL,
        data=Name(name="test_data"),
        file=NETWORK,
        folder=Folder(name="clip_art", classes=("bird", "plant", "vehicle")),
        after=("tuned_layers",),
        points=2,
    ),
    ReachesScore(
        by=MODEL,
        inputs=Name(name="test_data"),
        bar=0.7,
        things="test drawings",
        plain="guessing gives about 0.4",
        points=3,
    ),
]
