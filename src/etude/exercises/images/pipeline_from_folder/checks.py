from etude.checks.class_labels import ClassLabels
from etude.checks.defines import Defines
from etude.checks.each_class_in_both import EachClassInBoth
from etude.checks.element_spec import ElementSpec, Tensor
from etude.checks.keeps_order import KeepsOrder
from etude.checks.prefetches import Prefetches
from etude.checks.resizes_once import ResizesOnce
from etude.checks.returns_type import ReturnsType
from etude.checks.shuffles_each_epoch import ShufflesEachEpoch
from etude.checks.split_share import SplitShare
from etude.checks.splits_disjoint_and_complete import SplitsDisjointAndComplete
from etude.checks.value_range import ValueRange
from etude.checks.values import Call, Folder

# Three of the six classes: everything below needs whole passes over the pictures.
PICTURES = Folder(name="clip_art", classes=("bird", "bug", "fruit"))
DATA = Call(function="load_and_prepare_data", args=(PICTURES,))
TRAINING = DATA.pick(0, "training data")
VALIDATION = DATA.pick(1, "validation data")
PARTS = {
    "0": Tensor(shape=(96, 96, 3), dtype="float32", label="images"),
    "1": Tensor(shape=(), integers=True, label="labels"),
}
SHAPES = ("training_shapes", "validation_shapes")

CHECKS = [
    Defines(function="load_and_prepare_data", parameters=("image_dir",)),
    ReturnsType(of=DATA, labels=("training data", "validation data"), after=("defines",)),
    ElementSpec(name="training_shapes", of=TRAINING, parts=PARTS, points=2, after=("returns_type",)),
    ElementSpec(name="validation_shapes", of=VALIDATION, parts=PARTS, after=("returns_type",)),
    ValueRange(name="training_range", of=TRAINING, points=2, after=SHAPES),
    ValueRange(name="validation_range", of=VALIDATION, after=SHAPES),
    ClassLabels(of=[TRAINING, VALIDATION], folder=PICTURES, points=2, after=SHAPES),
    SplitsDisjointAndComplete(
        training=TRAINING,
        validation=VALIDATION,
        source=PICTURES,
        things="pictures",
        points=2,
        after=SHAPES,
    ),
    SplitShare(
        training=TRAINING,
        validation=VALIDATION,
        share=0.2,
        after=("splits_disjoint_and_complete",),
    ),
    EachClassInBoth(
        training=TRAINING, validation=VALIDATION, points=2, after=("splits_disjoint_and_complete",)
    ),
    ShufflesEachEpoch(of=TRAINING, points=2, after=SHAPES),
    KeepsOrder(of=VALIDATION, after=("splits_disjoint_and_complete",)),
    ResizesOnce(of=TRAINING, after=SHAPES),
    Prefetches(of=[TRAINING, VALIDATION], after=SHAPES),
]
