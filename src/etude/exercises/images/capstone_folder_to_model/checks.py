"""The marking scheme: the saved file counts, and what the program did with its pictures."""

from etude.checks.artifact_size import ArtifactSize
from etude.checks.augments_training_only import AugmentsTrainingOnly
from etude.checks.hidden_metric import HiddenMetric
from etude.checks.saved_model_scales_pixels import SavedModelScalesPixels
from etude.checks.watches_validation import WatchesValidation

FILE = "clip_art.keras"
CLASSES = ("fruit", "mammal", "plant", "vehicle")
SIDE = 32

CHECKS = [
    ArtifactSize(artifact=FILE, most_bytes=2_000_000),
    HiddenMetric(
        artifact=FILE,
        hidden="clip_art",
        classes=CLASSES,
        size=(SIDE, SIDE),
        bar=0.54,
        things="drawings",
        after=("artifact_size",),
        points=6,
    ),
    SavedModelScalesPixels(
        artifact=FILE, shape=(SIDE, SIDE, 3), after=("artifact_size",), points=2
    ),
    WatchesValidation(points=2),
    AugmentsTrainingOnly(points=2),
]
