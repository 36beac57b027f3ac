"""The marking scheme: equal runs for equal seeds, whoever draws."""

from etude.checks.defines import Defines
from etude.checks.repeats import Repeats
from etude.checks.returns_history import ReturnsHistory
from etude.checks.values import Call

RUN = Call(function="train", args=(1,), label="train(1)")
OTHER = Call(function="train", args=(2,), label="train(2)")

CHECKS = [
    Defines(function="train", parameters=("seed",)),
    ReturnsHistory(of=RUN, series=("loss", "val_loss"), most_epochs=3, after=("defines",)),
    Repeats(of=RUN, other=OTHER, points=3, after=("returns_history",)),
]
