"""The marking scheme: the rate at a few steps, and a loss that goes on falling."""

import math

from etude.checks.learning_rates import LearningRates
from etude.checks.loss_comes_down import LossComesDown
from etude.checks.values import Name

EPOCHS, STEPS_PER_EPOCH = 15, 20
LAST_STEP = EPOCHS * STEPS_PER_EPOCH
HIGHEST = 0.05
STEPS = (0, STEPS_PER_EPOCH, LAST_STEP // 2, LAST_STEP - STEPS_PER_EPOCH, LAST_STEP)

CHECKS = [
    LearningRates(
        of=Name(name="model"),
        steps=STEPS,
        rates=tuple(HIGHEST * 0.5 * (1 + math.cos(math.pi * step / LAST_STEP)) for step in STEPS),
        what=f"the learning rate falls along a cosine from {HIGHEST} to 0 in {LAST_STEP} steps",
        points=3,
    ),
    LossComesDown(below=1.0, after=("learning_rates",)),
]
