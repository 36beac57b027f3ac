"""The marking scheme: two passes over the training data, compared."""

from etude.checks.holds_every_example import HoldsEveryExample
from etude.checks.shuffles_each_epoch import ShufflesEachEpoch
from etude.checks.values import Name

DATA = Name(name="training_data")

CHECKS = [
    HoldsEveryExample(of=DATA, source=Name(name="features"), things="applications"),
    ShufflesEachEpoch(of=DATA, points=3),
]
