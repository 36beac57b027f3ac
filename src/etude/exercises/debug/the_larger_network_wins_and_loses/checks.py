"""The marking scheme: one answer to one question."""

from etude.checks.defines import Defines
from etude.checks.learns_from_so_many import LearnsFromSoMany
from etude.checks.repeats import Repeats
from etude.checks.runs_epochs import RunsEpochs
from etude.checks.values import Call

ERROR = Call(function="error_of", args=(8,), label="error_of(8)")

CHECKS = [
    Defines(function="error_of", parameters=("units",)),
    LearnsFromSoMany(of=ERROR, most=240, least=240, things="cars", after=("defines",)),
    RunsEpochs(of=ERROR, epochs=4, after=("defines",)),
    Repeats(
        of=ERROR,
        other=Call(function="error_of", args=(16,), label="error_of(16)"),
        points=3,
        after=("defines",),
    ),
]
