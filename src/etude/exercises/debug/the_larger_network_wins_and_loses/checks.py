"""The marking scheme: one answer to one question."""

from etude.checks.defines import Defines
from etude.checks.repeats import Repeats
from etude.checks.values import Call

CHECKS = [
    Defines(function="error_of", parameters=("units",)),
    Repeats(
        of=Call(function="error_of", args=(8,), label="error_of(8)"),
        other=Call(function="error_of", args=(16,), label="error_of(16)"),
        points=3,
        after=("defines",),
    ),
]
