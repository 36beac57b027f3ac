"""The marking scheme: good answers, at whichever end the zeros stand."""

from etude.checks.reaches_score import ReachesScore
from etude.checks.values import Name

CHECKS = [
    ReachesScore(
        by=Name(name="begins_late"),
        inputs=Name(name="test_rows"),
        labels=Name(name="test_labels"),
        bar=0.85,
        things="test rows",
        plain="a coin gives about 0.5",
        points=4,
    ),
]
