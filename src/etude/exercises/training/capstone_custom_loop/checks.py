"""The marking scheme: how it is trained, what is told, what is saved, and what the file knows."""

from etude.checks.artifact_reloads import ArtifactReloads
from etude.checks.best_of_epochs import BestOfEpochs
from etude.checks.hidden_metric import HiddenMetric
from etude.checks.saved_model_scales_pixels import SavedModelScalesPixels
from etude.checks.steps_leave_out import StepsLeaveOut
from etude.checks.tells_score import TellsScore
from etude.checks.trains_without_fit import TrainsWithoutFit
from etude.checks.values import Name, Npz

FILE = "clothes.keras"
MODEL = Name(name="model")
ACCURACY = Name(name="validation_accuracy")
PICTURES = Npz(file="fashion_mnist/train.npz", array="images", stop=64, dtype="float32")

CHECKS = [
    TrainsWithoutFit(points=2),
    StepsLeaveOut(kept=Name(name="validation_pictures"), things="pictures", points=2),
    TellsScore(
        of=ACCURACY,
        by=MODEL,
        inputs=Name(name="validation_pictures"),
        labels=Name(name="validation_labels"),
        within=0.002,
        points=2,
    ),
    BestOfEpochs(of=ACCURACY, epochs=Name(name="accuracies"), after=("tells_score",)),
    ArtifactReloads(artifact=FILE, model=MODEL, inputs=PICTURES, points=2),
    SavedModelScalesPixels(
        artifact=FILE, shape=(28, 28), points=2, after=("artifact_reloads",)
    ),
    HiddenMetric(
        artifact=FILE,
        hidden="fashion_mnist",
        bar=0.84,
        things="pictures",
        points=5,
        after=("artifact_reloads",),
    ),
]
