"""The marking scheme: sentences go in, in this process and in a fresh one."""

from etude.checks.artifact_reloads import ArtifactReloads
from etude.checks.reaches_score import ReachesScore
from etude.checks.serves import Serves
from etude.checks.values import Name, Texts

WHOLE = Name(name="whole")
TEXTS = Texts(
    texts=(
        "A GREAT film!!",
        "so dull...",
        "good actors",
        "an awful, awful film",
        "I LOVED the plot.",
        "I hated the actors",
    )
)

CHECKS = [
    ReachesScore(
        by=WHOLE,
        inputs=TEXTS,
        labels=[1, 0, 1, 0, 1, 0],
        bar=1.0,
        things="new sentences",
        points=2,
    ),
    ArtifactReloads(
        artifact="sentences.keras",
        model=WHOLE,
        inputs=TEXTS,
        points=2,
        after=("reaches_score",),
    ),
    Serves(
        folder="served/",
        model=WHOLE,
        inputs=TEXTS,
        raw=TEXTS,
        dtype="string",
        points=2,
        after=("reaches_score",),
    ),
]
