"""The marking scheme: what was learned holds for drawings that are labelled in the same way."""

from etude.checks.reaches_score import ReachesScore
from etude.checks.splits_disjoint_and_complete import SplitsDisjointAndComplete
from etude.checks.values import Name

TRAINING, VALIDATION = Name(name="training_data"), Name(name="validation_data")

CHECKS = [
    ReachesScore(
        by=Name(name="model"),
        inputs=VALIDATION,
        bar=0.25,
        things="validation drawings",
        plain="a die gives 0.17, and always naming the most frequent class 0.21",
        points=3,
    ),
    SplitsDisjointAndComplete(training=TRAINING, validation=VALIDATION, things="drawings"),
]
