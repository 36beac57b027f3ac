"""The marking scheme: equal runs for equal seeds, whoever draws."""

from etude.checks.defines import Defines
from etude.checks.draws_rows import DrawsRows
from etude.checks.learns_from_so_many import LearnsFromSoMany
from etude.checks.repeats import Repeats
from etude.checks.returns_history import ReturnsHistory
from etude.checks.values import Call
from etude.checks.watches_validation import WatchesValidation

RUN = Call(function="train", args=(1,), label="train(1)")
OTHER = Call(function="train", args=(2,), label="train(2)")

CHECKS = [
    Defines(function="train", parameters=("seed",)),
    ReturnsHistory(of=RUN, series=("loss", "val_loss"), most_epochs=3, after=("defines",)),
    LearnsFromSoMany(of=RUN, most=240, least=240, things="rows", after=("returns_history",)),
    WatchesValidation(things="rows", after=("returns_history",)),
    DrawsRows(of=RUN, other=OTHER, after=("watches_validation",)),
    Repeats(of=RUN, other=OTHER, points=3, after=("returns_history",)),
]
