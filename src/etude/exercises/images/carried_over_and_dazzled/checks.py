"""The marking scheme: it learns, and it still varies its training pictures as before."""

from etude.checks.augments_training_only import AugmentsTrainingOnly
from etude.checks.reaches_score import ReachesScore
from etude.checks.values import Name
from etude.checks.varies_brightness import VariesBrightness

CHECKS = [
    ReachesScore(
        by=Name(name="model"),
        inputs=Name(name="validation_data"),
        bar=0.5,
        things="validation drawings",
        plain="guessing gives 0.33",
        points=3,
    ),
    AugmentsTrainingOnly(),
    VariesBrightness(
        model=Name(name="model"),
        training=Name(name="training_data"),
        validation=Name(name="validation_data"),
        after=("augments_training_only",),
    ),
]
