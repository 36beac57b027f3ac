from etude.checks.defines import Defines
from etude.checks.stated_training import StatedTraining, Steps
from etude.checks.takes_stated_steps import TakesStatedSteps
from etude.checks.trains_without_fit import TrainsWithoutFit
from etude.checks.values import Call, Dataset, Npz, SmallModel

FILE = "fashion_mnist/train.npz"
EPOCHS = 2
BATCHES = 8

MODEL = SmallModel(
    shape=(28, 28), classes=10, hidden=(16,), normalised=True, learning_rate=0.2, seed=1
)
DATA = Dataset(
    x=Npz(file=FILE, array="images", stop=16 * BATCHES, divide=255),
    y=Npz(file=FILE, array="labels", stop=16 * BATCHES),
    batch=16,
)
TRAIN = Call(function="train", args=(MODEL, DATA, EPOCHS), label=f"train(..., epochs={EPOCHS})")

# Of the first step the mean is longer than the largest norm, of the later ones it is not: sums in
# place of means are found out.
CHECKS = [
    Defines(function="train", parameters=("model", "data", "epochs")),
    TrainsWithoutFit(of=TRAIN, after=("defines",)),
    TakesStatedSteps(
        of=TRAIN,
        stated=StatedTraining(
            model=MODEL, data=DATA, epochs=EPOCHS, steps=Steps(together=4, clip=3.0)
        ),
        points=4,
        after=("trains_without_fit",),
    ),
]
