"""The marking scheme: the file, asked by an interpreter of its own."""

from etude.checks.artifact_reloads import ArtifactReloads
from etude.checks.defines import Defines
from etude.checks.lite_contract import LiteContract
from etude.checks.values import Call, Npz, SmallModel

FILE = "classifier.tflite"
MODEL = SmallModel(shape=(28, 28), classes=10, hidden=(64,), optimizer="adam")
CONVERT = Call(function="convert", args=(MODEL,), label="convert(model)")
PICTURES = {"file": "fashion_mnist/train.npz", "array": "images", "stop": 16}

CHECKS = [
    Defines(function="convert", parameters=("model",)),
    ArtifactReloads(
        artifact=FILE,
        of=CONVERT,
        model=MODEL,
        inputs=Npz(**PICTURES, divide=255.0),
        raw=Npz(**PICTURES),
        points=4,
        after=("defines",),
    ),
    LiteContract(
        artifact=FILE,
        takes=(28, 28),
        gives=(10,),
        unquantised=True,
        points=2,
        after=("defines",),
    ),
]
