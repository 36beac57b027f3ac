"""The marking scheme: two parts that never trade pictures, and a training part that is mixed."""

from etude.checks.shuffles_each_epoch import ShufflesEachEpoch
from etude.checks.split_share import SplitShare
from etude.checks.splits_disjoint_and_complete import SplitsDisjointAndComplete
from etude.checks.values import Name

TRAINING, VALIDATION = Name(name="training_data"), Name(name="validation_data")
PARTS = {"training": TRAINING, "validation": VALIDATION}
SPLIT = "splits_disjoint_and_complete"

CHECKS = [
    SplitsDisjointAndComplete(**PARTS, source=Name(name="pictures"), things="pictures", points=3),
    SplitShare(**PARTS, share=0.2, after=(SPLIT,)),
    ShufflesEachEpoch(of=TRAINING, after=(SPLIT,)),
]
