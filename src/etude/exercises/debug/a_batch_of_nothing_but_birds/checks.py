"""The marking scheme: batches as asked for, and two passes over them, compared."""

from etude.checks.element_spec import ElementSpec, Tensor
from etude.checks.holds_every_example import HoldsEveryExample
from etude.checks.shuffles_each_epoch import ShufflesEachEpoch
from etude.checks.values import Folder, Name

PICTURES = Folder(name="clip_art", classes=("bird", "bug", "fruit"))
DATA = Name(name="training_data")
PARTS = {
    "0": Tensor(shape=(32, 32, 3), dtype="float32", label="pictures"),
    "1": Tensor(shape=(), integers=True, label="labels"),
}

CHECKS = [
    ElementSpec(of=DATA, parts=PARTS, batch=16),
    HoldsEveryExample(of=DATA, source=PICTURES, things="drawings", after=("element_spec",)),
    ShufflesEachEpoch(of=DATA, after=("element_spec",), points=3),
]
