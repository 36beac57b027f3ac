"""The marking scheme: the file alone, asked about hidden drawings of the four kinds."""

from etude.checks.element_spec import Tensor
from etude.checks.reaches_bars import ReachesBars
from etude.checks.saved_contract import SavedContract

FILE = "carried.keras"
CLASSES = ("vehicle", "bird", "plant", "fruit")
SIDE = 64

CHECKS = [
    SavedContract(
        artifact=FILE,
        takes={"": Tensor(shape=(SIDE, SIDE, 3), dtype="float32")},
        gives=Tensor(shape=(4,), dtype="float32"),
        most_bytes=40_000_000,
    ),
    ReachesBars(
        artifact=FILE,
        hidden="clip_art",
        classes=CLASSES,
        size=(SIDE, SIDE),
        lower=(0.36, 0.53, 0.555),
        bar=0.58,
        things="drawings",
        after=("saved_contract",),
        points=4,
    ),
]
