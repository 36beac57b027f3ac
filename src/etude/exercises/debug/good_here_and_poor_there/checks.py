"""The marking scheme: the file alone, given pictures as they are stored."""

from etude.checks.hidden_metric import HiddenMetric
from etude.checks.saved_model_scales_pixels import SavedModelScalesPixels

FILE = "clothes.keras"

CHECKS = [
    HiddenMetric(
        artifact=FILE, hidden="fashion_mnist", bar=0.75, things="pictures", points=3
    ),
    SavedModelScalesPixels(artifact=FILE, shape=(28, 28), points=1),
]
