from etude.checks.artifact_reloads import ArtifactReloads
from etude.checks.artifact_size import ArtifactSize
from etude.checks.defines import Defines
from etude.checks.serves import Serves
from etude.checks.values import Call, Dataset, Npz, SmallModel

FILE = "fashion_mnist/train.npz"
MODEL_FILE = "classifier.keras"
FOLDER = "classifier/"

MODEL = SmallModel(
    shape=(28, 28),
    classes=10,
    hidden=(64,),
    optimizer="adam",
    learning_rate=0.005,
    learns_from=Dataset(
        x=Npz(file=FILE, array="images", stop=512, divide=255),
        y=Npz(file=FILE, array="labels", stop=512),
    ),
    epochs=2,
)
RAW = Npz(file=FILE, array="images", start=1000, stop=1064)
PREPARED = Npz(file=FILE, array="images", start=1000, stop=1064, divide=255)
PUBLISH = Call(function="publish", args=(MODEL,))

CHECKS = [
    Defines(function="publish", parameters=("model",)),
    ArtifactReloads(
        artifact=MODEL_FILE,
        of=PUBLISH,
        model=MODEL,
        inputs=PREPARED,
        raw=RAW,
        points=3,
        after=("defines",),
    ),
    Serves(
        folder=FOLDER,
        of=PUBLISH,
        model=MODEL,
        inputs=PREPARED,
        raw=RAW,
        dtype="uint8",
        shape=(None, 28, 28),
        points=3,
        after=("defines",),
    ),
    ArtifactSize(
        artifact=MODEL_FILE, most_bytes=300_000, points=2, after=("artifact_reloads",)
    ),
]
