"""The marking scheme: two passes over the training data, compared, or random layers in the model."""

from etude.checks.augments_training_only import AugmentsTrainingOnly
from etude.checks.values import Name
from etude.checks.varies_each_epoch import VariesEachEpoch

CHECKS = [
    VariesEachEpoch(
        of=Name(name="training_data"), model=Name(name="model"), seeded=True, points=3
    ),
    AugmentsTrainingOnly(),
]
