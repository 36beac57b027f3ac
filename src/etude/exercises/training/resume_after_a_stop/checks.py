from etude.checks.defines import Defines
from etude.checks.returns_type import ReturnsType
from etude.checks.stated_training import StatedTraining
from etude.checks.takes_stated_steps import TakesStatedSteps
from etude.checks.values import Call, Dataset, Moved, Npz, SmallModel

FILE = "fashion_mnist/train.npz"
STOP = 2
EPOCHS = 5
FOLDER = "kept"


def model(seed):
    return SmallModel(
        shape=(28, 28), classes=10, hidden=(16,), optimizer="adam", learning_rate=0.01, seed=seed
    )


DATA = Dataset(
    x=Npz(file=FILE, array="images", stop=96, divide=255),
    y=Npz(file=FILE, array="labels", stop=96),
    batch=24,
)
FIRST = Call(
    function="train", args=(model(1), DATA, STOP, FOLDER), label=f"train(..., epochs={STOP})"
)
SECOND = Call(
    function="train",
    args=(model(9), DATA, EPOCHS, Moved(path=FOLDER, to="moved")),
    label=f"train(..., epochs={EPOCHS}) after the stop, from the moved folder",
)

CHECKS = [
    Defines(function="train", parameters=("model", "data", "epochs", "folder")),
    ReturnsType(of=FIRST, kinds=("model",), after=("defines",)),
    TakesStatedSteps(
        name="begins",
        of=FIRST,
        stated=StatedTraining(model=model(1), data=DATA, epochs=STOP),
        after=("returns_type",),
    ),
    TakesStatedSteps(
        name="goes_on",
        first=FIRST,
        of=SECOND,
        stated=StatedTraining(model=model(1), data=DATA, epochs=EPOCHS),
        model=model(9),
        stopped_after=STOP,
        points=4,
        after=("begins",),
    ),
]
