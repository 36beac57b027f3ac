"""The marking scheme: two passes over the training data, compared."""

from etude.checks.shuffles_each_epoch import ShufflesEachEpoch
from etude.checks.values import Name

CHECKS = [ShufflesEachEpoch(of=Name(name="training_data"), points=3)]
