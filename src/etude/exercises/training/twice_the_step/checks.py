from etude.checks.defines import Defines
from etude.checks.on_devices import OnDevices
from etude.checks.stated_training import StatedTraining
from etude.checks.takes_stated_steps import TakesStatedSteps
from etude.checks.values import Call, Dataset, Npz

FILE = "fashion_mnist/train.npz"
EPOCHS = 2

DATA = Dataset(
    x=Npz(file=FILE, array="images", stop=160, divide=255),
    y=Npz(file=FILE, array="labels", stop=160),
    batch=40,
)
TRAIN = Call(function="train", args=(DATA, EPOCHS), label=f"train(data, {EPOCHS})")

CHECKS = [
    Defines(function="train", parameters=("data", "epochs")),
    OnDevices(of=TRAIN, devices=2, points=2, after=("defines",)),
    TakesStatedSteps(
        of=TRAIN,
        stated=StatedTraining(model=Call(function="build_model"), data=DATA, epochs=EPOCHS),
        replicas=2,
        points=3,
        after=("on_devices",),
    ),
]
