"""The marking scheme: a loss that is a number, good answers for every penguin, and no made-up ones."""

import math

from etude.checks.loss_comes_down import LossComesDown
from etude.checks.no_far_values import NoFarValues
from etude.checks.reaches_score import ReachesScore
from etude.checks.values import Name

MEASURES = ("bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g")

CHECKS = [
    LossComesDown(below=0.3, guessing=math.log(3), points=2),
    ReachesScore(
        by=Name(name="model"),
        inputs=Name(name="test_features"),
        labels=Name(name="test_labels"),
        bar=0.9,
        things="test penguins",
        plain='always "Adelie" gives 0.48',
        points=2,
    ),
    NoFarValues(
        of=(Name(name="train_features"), Name(name="test_features")),
        columns=MEASURES,
        points=2,
        after=("loss_comes_down",),
    ),
]
