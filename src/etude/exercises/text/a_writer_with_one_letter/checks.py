"""The marking scheme: the windows, and that a network has learned from them."""

from etude.checks.loss_comes_down import LossComesDown
from etude.checks.returns_array import ReturnsArray
from etude.checks.values import Arrays, Call

CUT = Call(function="windows", args=(Arrays(shape=(10,), fill="ramp", dtype="int64"), 3))

CHECKS = [
    ReturnsArray(
        name="inputs",
        of=CUT.pick(0, "the inputs of windows(0, 1, ... 9; 3)"),
        equals=[[0, 1, 2], [3, 4, 5], [6, 7, 8]],
        what="the windows",
        attempt="only the targets are to change",
    ),
    ReturnsArray(
        name="targets",
        of=CUT.pick(1, "the targets of windows(0, 1, ... 9; 3)"),
        equals=[[1, 2, 3], [4, 5, 6], [7, 8, 9]],
        what="for each input what the network is to say",
        attempt="what should it say after the first number of the first window?",
        points=3,
        after=("inputs",),
    ),
    LossComesDown(below=2.6, above=0.5, guessing=3.3, after=("targets",)),
]
