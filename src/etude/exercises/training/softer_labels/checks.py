from etude.checks.defines import Defines
from etude.checks.own_train_step import OwnTrainStep
from etude.checks.stated_training import StatedTraining, Steps
from etude.checks.takes_stated_steps import TakesStatedSteps
from etude.checks.true_logs import TrueLogs
from etude.checks.values import Call, Dataset, Npz, SmallModel

FILE = "fashion_mnist/train.npz"
EPOCHS = 3

MODEL = SmallModel(
    shape=(28, 28), classes=10, hidden=(16,), normalised=True, learning_rate=0.1, seed=1
)
DATA = Dataset(
    x=Npz(file=FILE, array="images", stop=128, divide=255),
    y=Npz(file=FILE, array="labels", stop=128),
    batch=32,
)
VALIDATION = Dataset(
    x=Npz(file=FILE, array="images", start=5000, stop=5064, divide=255),
    y=Npz(file=FILE, array="labels", start=5000, stop=5064),
    batch=32,
)
WRAP = Call(function="wrap", args=(MODEL,), label="wrap(model)")
STATED = StatedTraining(
    model=MODEL, data=DATA, epochs=EPOCHS, validation=VALIDATION, steps=Steps(smoothing=0.1)
)

CHECKS = [
    Defines(function="wrap", parameters=("model",)),
    OwnTrainStep(of=WRAP, after=("defines",)),
    TakesStatedSteps(of=WRAP, stated=STATED, fits=True, points=3, after=("own_train_step",)),
    TrueLogs(of=WRAP, stated=STATED, points=1, after=("takes_stated_steps",)),
    TrueLogs(
        name="true_validation",
        of=WRAP,
        stated=STATED,
        names=("val_loss", "val_accuracy"),
        points=2,
        after=("takes_stated_steps",),
    ),
]
