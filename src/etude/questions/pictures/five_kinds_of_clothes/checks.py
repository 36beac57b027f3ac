"""The marking scheme: the file alone, asked about hidden pictures of the five kinds."""

from etude.checks.element_spec import Tensor
from etude.checks.reaches_bars import ReachesBars
from etude.checks.saved_contract import SavedContract
from etude.checks.saved_model_scales_pixels import SavedModelScalesPixels

FILE = "clothes.keras"
CLASSES = ("Shirt", "Sandal", "Bag", "Pullover", "Coat")

CHECKS = [
    SavedContract(
        artifact=FILE,
        takes={"": Tensor(shape=(28, 28), dtype="float32")},
        gives=Tensor(shape=(5,), dtype="float32"),
        most_bytes=4_000_000,
    ),
    SavedModelScalesPixels(artifact=FILE, shape=(28, 28), after=("saved_contract",)),
    ReachesBars(
        artifact=FILE,
        hidden="fashion_mnist",
        classes=CLASSES,
        lower=(0.38, 0.66),
        bar=0.76,
        things="pictures",
        after=("saved_contract",),
        points=3,
    ),
]
