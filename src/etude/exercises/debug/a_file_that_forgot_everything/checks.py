"""The marking scheme: a trained model, and the file and the model in memory asked the same."""

from etude.checks.artifact_reloads import ArtifactReloads
from etude.checks.reaches_score import ReachesScore
from etude.checks.values import Arrays, Name

# The clean process has none of the program's own arrays; any four numbers tell two models apart.
PENGUINS = Arrays(shape=(64, 4), low=10.0, high=250.0)

CHECKS = [
    ReachesScore(
        by=Name(name="model"),
        inputs=Name(name="test_features"),
        labels=Name(name="test_labels"),
        bar=0.9,
        things="test penguins",
        plain="the network has 0.46 before it is trained",
    ),
    ArtifactReloads(
        artifact="penguins.keras", model=Name(name="model"), inputs=PENGUINS, points=3
    ),
]
