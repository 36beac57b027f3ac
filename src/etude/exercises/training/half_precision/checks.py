from etude.checks.computes_in_half import ComputesInHalf
from etude.checks.defines import Defines
from etude.checks.stated_training import StatedTraining
from etude.checks.takes_stated_steps import TakesStatedSteps
from etude.checks.trains_without_fit import TrainsWithoutFit
from etude.checks.values import Call, Dataset, Npz

FILE = "fashion_mnist/train.npz"
EPOCHS = 2

MODEL = Call(function="build_model")
DATA = Dataset(
    x=Npz(file=FILE, array="images", stop=128, divide=255),
    y=Npz(file=FILE, array="labels", stop=128),
    batch=32,
)
TRAIN = Call(function="train", args=(MODEL, DATA, EPOCHS), label=f"train(model, data, {EPOCHS})")

CHECKS = [
    Defines(function="train", parameters=("model", "data", "epochs")),
    ComputesInHalf(of=MODEL, points=2, after=("defines",)),
    TrainsWithoutFit(of=TRAIN, after=("defines",)),
    TakesStatedSteps(
        of=TRAIN,
        stated=StatedTraining(model=MODEL, data=DATA, epochs=EPOCHS),
        points=3,
        after=("computes_in_half", "trains_without_fit"),
    ),
]
