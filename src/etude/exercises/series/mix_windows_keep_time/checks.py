"""The marking scheme: which windows come, and in which order."""

from etude.checks.cuts_windows import CutsWindows
from etude.checks.defines import Defines
from etude.checks.keeps_order import KeepsOrder
from etude.checks.shuffles_each_epoch import ShufflesEachEpoch
from etude.checks.values import Arrays, Call

SERIES = Arrays(shape=(120,), fill="ramp")
MADE = Call(function="make_datasets", args=(SERIES, 30, 7, 10))
TRAINING = MADE.pick(0, label="training data")
VALIDATION = MADE.pick(1, label="validation data")

CHECKS = [
    Defines(
        function="make_datasets", parameters=("series", "held_out", "size", "batch_size")
    ),
    CutsWindows(
        name="training_windows",
        of=TRAINING,
        series=[float(value) for value in range(90)],
        size=7,
        batch=10,
        points=2,
        after=("defines",),
    ),
    CutsWindows(
        name="validation_windows",
        of=VALIDATION,
        series=[float(value) for value in range(90, 120)],
        size=7,
        batch=10,
        in_order=True,
        points=2,
        after=("defines",),
    ),
    ShufflesEachEpoch(of=TRAINING, points=2, after=("training_windows",)),
    KeepsOrder(of=VALIDATION, after=("validation_windows",)),
]
