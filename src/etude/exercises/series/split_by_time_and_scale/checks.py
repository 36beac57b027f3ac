"""The marking scheme: a few numbers whose mean and standard deviation are round."""

import statistics

from etude.checks.defines import Defines
from etude.checks.gives_values import GivesValues
from etude.checks.values import Call, Numbers

VALUES = [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0, 15.0, 11.0, 20.0, 13.0]
PARTS = ("first", "second")


def scaled(values, held_out):
    learned = VALUES[:-held_out]
    mean, deviation = statistics.fmean(learned), statistics.pstdev(learned)
    return [(value - mean) / deviation for value in values]


def gives(item, held_out, name):
    values = VALUES[-held_out:] if item else VALUES[:-held_out]
    return GivesValues(
        name=name,
        of=Call(
            function="split_and_scale",
            args=(Numbers(values=VALUES), held_out),
            item=item,
            label=f"the {PARTS[item]} array of split_and_scale(series, {held_out})",
        ),
        equals=scaled(values, held_out),
        what="the held-out values, scaled" if item else "the training values, scaled",
        after=("defines",),
    )


CHECKS = [
    Defines(function="split_and_scale", parameters=("series", "held_out")),
    gives(0, 4, "training_part"),
    gives(1, 4, "held_out_part"),
    gives(0, 3, "other_training_part"),
    gives(1, 3, "other_held_out_part"),
]
