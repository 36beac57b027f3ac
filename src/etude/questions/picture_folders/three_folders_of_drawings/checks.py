"""The marking scheme: the file alone, asked about hidden drawings of the three kinds."""

from etude.checks.element_spec import Tensor
from etude.checks.reaches_bars import ReachesBars
from etude.checks.saved_contract import SavedContract
from etude.checks.saved_model_scales_pixels import SavedModelScalesPixels

FILE = "drawings.keras"
CLASSES = ("vehicle", "fruit", "plant")
SIDE = 32

CHECKS = [
    SavedContract(
        artifact=FILE,
        takes={"": Tensor(shape=(SIDE, SIDE, 3), dtype="float32")},
        gives=Tensor(shape=(3,), dtype="float32"),
        most_bytes=8_000_000,
    ),
    SavedModelScalesPixels(artifact=FILE, shape=(SIDE, SIDE, 3), after=("saved_contract",)),
    ReachesBars(
        artifact=FILE,
        hidden="clip_art",
        classes=CLASSES,
        size=(SIDE, SIDE),
        lower=(0.45, 0.5),
        bar=0.55,
        things="drawings",
        after=("saved_contract",),
        points=3,
    ),
]
