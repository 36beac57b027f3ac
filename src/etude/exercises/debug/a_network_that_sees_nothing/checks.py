"""The marking scheme: what comes to the first weights, wherever it is scaled."""

import math

from etude.checks.loss_comes_down import LossComesDown
from etude.checks.scaled_pixels_reach_weights import ScaledPixelsReachWeights
from etude.checks.values import Name

CHECKS = [
    ScaledPixelsReachWeights(model=Name(name="model"), data=Name(name="training_data"), points=3),
    LossComesDown(
        below=1.0, guessing=math.log(3), after=("scaled_pixels_reach_weights",), points=1
    ),
]
