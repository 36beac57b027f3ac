"""The marking scheme: what the mended program does, whichever way it was mended."""

import math

from etude.checks.fits_with_validation import FitsWithValidation
from etude.checks.keeps_loadable_weights import KeepsLoadableWeights
from etude.checks.loss_comes_down import LossComesDown
from etude.checks.one_output_per_class import OneOutputPerClass
from etude.checks.scaled_pixels_reach_weights import ScaledPixelsReachWeights
from etude.checks.values import Name

MODEL = Name(name="model")
TRAINING, VALIDATION = Name(name="training_data"), Name(name="validation_data")
CLASSES = ("bird", "fruit", "vehicle")

CHECKS = [
    ScaledPixelsReachWeights(model=MODEL, data=TRAINING, points=2),
    ScaledPixelsReachWeights(
        name="validation_scaled",
        model=MODEL,
        data=VALIDATION,
        what="validation pixels",
        after=("scaled_pixels_reach_weights",),
    ),
    OneOutputPerClass(model=MODEL, data=TRAINING, classes=CLASSES, points=2),
    FitsWithValidation(of=MODEL, model=MODEL, training=TRAINING, validation=VALIDATION, points=2),
    KeepsLoadableWeights(model=MODEL, after=("fits_with_validation",), points=2),
    LossComesDown(
        below=0.9, guessing=math.log(3), after=("scaled_pixels_reach_weights",), points=2
    ),
]
