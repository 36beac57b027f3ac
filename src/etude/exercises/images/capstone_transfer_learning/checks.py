"""The marking scheme: all of it looks at the saved file."""

from etude.checks.hidden_metric import HiddenMetric
from etude.checks.opens import Opens
from etude.checks.saves_best_epoch import SavesBestEpoch
from etude.checks.tuned_layers import TunedLayers
from etude.checks.values import Name, Saved
from etude.checks.watches_validation import WatchesValidation

FILE = "drawings.keras"
CLASSES = ("mammal", "bird", "bug", "fruit", "plant", "vehicle")
SIDE = 128

CHECKS = [
    Opens(artifact=FILE),
    TunedLayers(
        of=Saved(path=FILE),
        file="efficientnet_lite0/efficientnet_lite0.keras",
        points=3,
        after=("opens",),
    ),
    HiddenMetric(
        artifact=FILE,
        hidden="clip_art",
        classes=CLASSES,
        size=(SIDE, SIDE),
        bar=0.67,
        things="drawings",
        points=5,
        after=("opens",),
    ),
    WatchesValidation(things="drawings", after=("opens",)),
    SavesBestEpoch(
        artifact=FILE,
        validation=Name(name="validation_data"),
        things="drawings",
        points=3,
        after=("opens",),
    ),
]
