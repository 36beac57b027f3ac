"""The marking scheme: the saved file, asked about years that the program has never seen."""

from etude.checks.hidden_metric import HiddenMetric
from etude.checks.learns_in_layers import LearnsInLayers
from etude.checks.opens import Opens
from etude.checks.scores import Metric
from etude.checks.unbounded_outputs import UnboundedOutputs
from etude.checks.values import Saved

FILE = "sunspots.keras"

CHECKS = [
    Opens(artifact=FILE),
    LearnsInLayers(of=Saved(path=FILE), kinds=("Dense",), after=("opens",)),
    UnboundedOutputs(of=Saved(path=FILE), above_zero=True, after=("opens",)),
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
