from etude.checks.best_weights_kept import BestWeightsKept
from etude.checks.callback_used import CallbackUsed
from etude.checks.defines import Defines
from etude.checks.fits_with_validation import FitsWithValidation
from etude.checks.returns_history import ReturnsHistory
from etude.checks.values import Call, Dataset, Mislabelled, Npz, SmallModel
from etude.checks.weights_reload import WeightsReload

FILE = "fashion_mnist/train.npz"
EPOCHS = 12
WEIGHTS = "best.weights.h5"

# A linear model and a high momentum: the curves are the same on every machine. Accuracy is best in
# epoch 5, the loss in epoch 4, and both are far worse in epoch 7, where training has to stop.
MODEL = SmallModel(shape=(28, 28), classes=10, learning_rate=0.1, momentum=0.9, seed=1)
TRAINING = Dataset(
    x=Npz(file=FILE, array="images", stop=256, divide=255),
    y=Mislabelled(labels=Npz(file=FILE, array="labels", stop=256), share=0.3, classes=10),
)
PICTURES = Npz(file=FILE, array="images", start=5000, stop=5256, divide=255)
VALIDATION = Dataset(x=PICTURES, y=Npz(file=FILE, array="labels", start=5000, stop=5256), batch=128)
TRAIN = Call(function="train_model", args=(MODEL, TRAINING, VALIDATION, EPOCHS))

CHECKS = [
    Defines(
        function="train_model", parameters=("model", "train_data", "validation_data", "epochs")
    ),
    FitsWithValidation(
        of=TRAIN,
        model=MODEL,
        validation=VALIDATION,
        training=TRAINING,
        points=2,
        after=("defines",),
    ),
    ReturnsHistory(
        of=TRAIN,
        series=("loss", "accuracy", "val_loss", "val_accuracy"),
        most_epochs=EPOCHS,
        after=("defines",),
    ),
    WeightsReload(
        of=TRAIN, model=MODEL, path=WEIGHTS, inputs=PICTURES, points=2, after=("defines",)
    ),
    BestWeightsKept(
        of=TRAIN,
        model=MODEL,
        path=WEIGHTS,
        validation=VALIDATION,
        points=3,
        after=("weights_reload", "fits_with_validation"),
    ),
    CallbackUsed(
        name="stops_in_time",
        of=TRAIN,
        kind="EarlyStopping",
        effect="stops",
        monitor="val_loss",
        best="min",
        patience=3,
        points=2,
        after=("fits_with_validation",),
    ),
]
