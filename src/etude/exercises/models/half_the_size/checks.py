"""The marking scheme: a budget of parameters, one of bytes, and the quality that must stay."""

from etude.checks.artifact_reloads import ArtifactReloads
from etude.checks.artifact_size import ArtifactSize
from etude.checks.hidden_metric import HiddenMetric
from etude.checks.parameter_budget import ParameterBudget
from etude.checks.saved_model_scales_pixels import SavedModelScalesPixels
from etude.checks.values import Name, Npz

FILE = "clothes.keras"
MODEL = Name(name="model")
PICTURES = Npz(file="fashion_mnist/train.npz", array="images", start=4000, stop=4064)

CHECKS = [
    ParameterBudget(of=MODEL, at_most=20_000, points=2),
    ArtifactReloads(artifact=FILE, model=MODEL, inputs=PICTURES, points=2),
    ArtifactSize(artifact=FILE, most_bytes=100_000, points=3, after=("artifact_reloads",)),
    HiddenMetric(
        artifact=FILE,
        hidden="fashion_mnist",
        bar=0.76,
        things="pictures",
        points=3,
        after=("artifact_reloads",),
    ),
    SavedModelScalesPixels(artifact=FILE, shape=(28, 28), after=("artifact_reloads",)),
]
