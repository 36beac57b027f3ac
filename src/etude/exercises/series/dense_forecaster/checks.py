"""The marking scheme: the saved file, asked about years that the program has never seen."""

from etude.checks.hidden_metric import HiddenMetric
from etude.checks.opens import Opens
from etude.checks.scores import Metric

FILE = "sunspots.keras"

CHECKS = [
    Opens(artifact=FILE),
    HiddenMetric(
        artifact=FILE,
        hidden="sunspots",
        metric=Metric.MAE,
        bar=23,
        things="years",
        in_time=True,
        points=4,
        after=("opens",),
    ),
]
