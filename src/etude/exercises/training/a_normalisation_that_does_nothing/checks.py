from etude.checks.defines import Defines
from etude.checks.stated_training import StatedTraining
from etude.checks.takes_stated_steps import TakesStatedSteps
from etude.checks.trains_without_fit import TrainsWithoutFit
from etude.checks.true_logs import TrueLogs
from etude.checks.values import Call, Dataset, Npz, SmallModel

FILE = "fashion_mnist/train.npz"
EPOCHS = 2

MODEL = SmallModel(
    shape=(28, 28), classes=10, hidden=(16, 12), normalised=True, learning_rate=0.1, seed=3
)
# The last of the batches is much smaller than the others.
DATA = Dataset(
    x=Npz(file=FILE, array="images", stop=200, divide=255),
    y=Npz(file=FILE, array="labels", stop=200),
    batch=64,
)
VALIDATION = Dataset(
    x=Npz(file=FILE, array="images", start=5000, stop=5090, divide=255),
    y=Npz(file=FILE, array="labels", start=5000, stop=5090),
    batch=80,
)
TRAIN = Call(
    function="train", args=(MODEL, DATA, VALIDATION, EPOCHS), label=f"train(..., epochs={EPOCHS})"
)
STATED = StatedTraining(model=MODEL, data=DATA, epochs=EPOCHS, validation=VALIDATION)

CHECKS = [
    Defines(function="train", parameters=("model", "data", "validation_data", "epochs")),
    TrainsWithoutFit(of=TRAIN, after=("defines",)),
    TakesStatedSteps(of=TRAIN, stated=STATED, points=3, after=("trains_without_fit",)),
    TrueLogs(of=TRAIN, stated=STATED, points=2, after=("takes_stated_steps",)),
    TrueLogs(
        name="true_validation",
        of=TRAIN,
        stated=STATED,
        names=("val_loss", "val_accuracy"),
        points=2,
        after=("takes_stated_steps",),
    ),
]
