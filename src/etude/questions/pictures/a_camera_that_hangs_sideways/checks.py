"""The marking scheme: the file alone, asked about hidden pictures as the camera gives them."""

from etude.checks.element_spec import Tensor
from etude.checks.reaches_bars import ReachesBars
from etude.checks.saved_contract import SavedContract
from etude.checks.saved_model_scales_pixels import SavedModelScalesPixels

FILE = "sideways.keras"
SIDE = 20

CHECKS = [
    SavedContract(
        artifact=FILE,
        takes={"": Tensor(shape=(SIDE, SIDE), dtype="float32")},
        gives=Tensor(shape=(10,), dtype="float32"),
        most_bytes=4_000_000,
    ),
    SavedModelScalesPixels(artifact=FILE, shape=(SIDE, SIDE), after=("saved_contract",)),
    ReachesBars(
        artifact=FILE,
        hidden="fashion_mnist",
        size=(SIDE, SIDE),
        quarter_turns=1,
        negative=True,
        lower=(0.4, 0.7),
        bar=0.75,
        things="pictures",
        after=("saved_contract",),
        points=3,
    ),
]
