"""The marking scheme: the rate at a few steps of two trainings."""

import math

from etude.checks.defines import Defines
from etude.checks.learning_rates import LearningRates
from etude.checks.values import Call

PEAK, LAST = 0.01, 0.0001


def schedule(*arguments):
    return Call(
        function="build_schedule", args=arguments, label=f"build_schedule{arguments}"
    )


def climbs(steps_per_epoch, epochs, warm_up_epochs, name):
    top = steps_per_epoch * warm_up_epochs
    return LearningRates(
        of=schedule(steps_per_epoch, epochs, warm_up_epochs),
        steps=(0, top // 2, top),
        rates=(0.0, PEAK / 2, PEAK),
        what=f"climbs from 0 to {PEAK} in {top} steps",
        name=name,
        points=2,
        after=("defines",),
    )


def falls(steps_per_epoch, epochs, warm_up_epochs, name):
    top, end = steps_per_epoch * warm_up_epochs, steps_per_epoch * epochs
    quarters = [(end - top) * quarter // 4 for quarter in (1, 2, 3, 4)]
    part = [0.5 * (1 + math.cos(math.pi * step / (end - top))) for step in quarters]
    return LearningRates(
        of=schedule(steps_per_epoch, epochs, warm_up_epochs),
        steps=(*(top + step for step in quarters), end + steps_per_epoch),
        rates=(*(LAST + (PEAK - LAST) * share for share in part), LAST),
        what=f"falls along a cosine to {LAST} at step {end}, and stays there",
        name=name,
        points=2,
        after=("defines",),
    )


CHECKS = [
    Defines(
        function="build_schedule", parameters=("steps_per_epoch", "epochs", "warm_up_epochs")
    ),
    climbs(20, 10, 2, "climbs"),
    falls(20, 10, 2, "falls"),
    climbs(50, 6, 1, "climbs_elsewhere"),
    falls(50, 6, 1, "falls_elsewhere"),
]
