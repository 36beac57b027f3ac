"""The marking scheme: a file that tells four kinds of clothes apart by their stored pixels."""

from etude.checks.element_spec import Tensor
from etude.checks.reaches_bars import ReachesBars
from etude.checks.saved_contract import SavedContract

FILE = "clothes.keras"

CHECKS = [
    SavedContract(
        artifact=FILE,
        takes={"": Tensor(shape=(28, 28), dtype="float32")},
        gives=Tensor(shape=(4,), dtype="float32"),
        most_bytes=2_000_000,
    ),
    ReachesBars(
        artifact=FILE,
        hidden="fashion_mnist",
        classes=("Trouser", "Coat", "Bag", "Ankle boot"),
        lower=(0.45, 0.62, 0.82),
        bar=0.9,
        things="pictures",
        after=("saved_contract",),
        points=4,
    ),
]
