"""The marking scheme: the data as datasets, and a model that scales and varies by itself."""

from etude.checks.augments_training_only import AugmentsTrainingOnly
from etude.checks.compiled_with import CompiledWith
from etude.checks.defines import Defines
from etude.checks.each_class_in_both import EachClassInBoth
from etude.checks.element_spec import ElementSpec, Tensor
from etude.checks.keeps_order import KeepsOrder
from etude.checks.returns_type import ReturnsType
from etude.checks.scaled_pixels_reach_weights import ScaledPixelsReachWeights
from etude.checks.shuffles_each_epoch import ShufflesEachEpoch
from etude.checks.split_share import SplitShare
from etude.checks.splits_disjoint_and_complete import SplitsDisjointAndComplete
from etude.checks.value_range import ValueRange
from etude.checks.values import Call, Folder
from etude.checks.varies_each_epoch import VariesEachEpoch

PICTURES = Folder(name="clip_art", classes=("bird", "bug", "plant"))
DATA = Call(function="load_data", args=(PICTURES,))
TRAINING = DATA.pick(0, "training data")
VALIDATION = DATA.pick(1, "validation data")
MODEL = Call(function="build_model", args=(3,))
PARTS = {
    "0": Tensor(shape=(48, 48, 3), dtype="float32", label="pictures"),
    "1": Tensor(shape=(3,), label="one-hot labels"),
}
SHAPES = ("training_shapes", "validation_shapes")

CHECKS = [
    Defines(name="loads", function="load_data", parameters=("image_dir",)),
    Defines(name="builds", function="build_model", parameters=("classes",)),
    ReturnsType(of=DATA, labels=("training data", "validation data"), after=("loads",), points=2),
    ElementSpec(name="training_shapes", of=TRAINING, parts=PARTS, batch=16, after=("returns_type",)),
    ElementSpec(
        name="validation_shapes", of=VALIDATION, parts=PARTS, batch=16, after=("returns_type",)
    ),
    ValueRange(name="pixels", of=TRAINING, low=0.0, high=255.0, after=SHAPES),
    ValueRange(name="validation_pixels", of=VALIDATION, low=0.0, high=255.0, after=SHAPES),
    SplitsDisjointAndComplete(
        training=TRAINING, validation=VALIDATION, source=PICTURES, things="pictures", after=SHAPES
    ),
    SplitShare(
        training=TRAINING,
        validation=VALIDATION,
        share=0.25,
        after=("splits_disjoint_and_complete",),
    ),
    EachClassInBoth(
        training=TRAINING, validation=VALIDATION, after=("splits_disjoint_and_complete",)
    ),
    ShufflesEachEpoch(of=TRAINING, after=SHAPES),
    KeepsOrder(of=VALIDATION, after=("splits_disjoint_and_complete",)),
    ScaledPixelsReachWeights(model=MODEL, data=TRAINING, after=("builds", *SHAPES), points=2),
    VariesEachEpoch(of=TRAINING, model=MODEL, after=("builds", *SHAPES), points=2),
    AugmentsTrainingOnly(after=("varies_each_epoch",)),
    CompiledWith(of=MODEL, labels="one-hot", accuracy=True, after=("builds",)),
]
