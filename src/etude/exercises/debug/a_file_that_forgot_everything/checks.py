"""The marking scheme: the file and the model in memory, asked the same."""

from etude.checks.artifact_reloads import ArtifactReloads
from etude.checks.values import Arrays, Name

# The clean process has none of the program's own arrays; any four numbers tell two models apart.
PENGUINS = Arrays(shape=(64, 4), low=10.0, high=250.0)

CHECKS = [
    ArtifactReloads(
        artifact="penguins.keras", model=Name(name="model"), inputs=PENGUINS, points=3
    )
]
