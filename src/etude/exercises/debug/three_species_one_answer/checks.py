"""The marking scheme: a loss that is a number, and good answers for every penguin."""

import math

from etude.checks.loss_comes_down import LossComesDown
from etude.checks.reaches_score import ReachesScore
from etude.checks.values import Name

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
]
