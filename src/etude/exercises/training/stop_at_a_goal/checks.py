"""The marking scheme: where a training ends, with a goal in reach and one beyond it."""

from etude.checks.defines import Defines
from etude.checks.returns_history import ReturnsHistory
from etude.checks.stops_at_goal import StopsAtGoal
from etude.checks.values import Call, Dataset, Npz, SmallModel

FILE = "fashion_mnist/train.npz"
GOAL = 0.6


def part(start, stop):
    return Dataset(
        x=Npz(file=FILE, array="images", start=start, stop=stop, divide=255),
        y=Npz(file=FILE, array="labels", start=start, stop=stop),
        batch=50,
    )


def trained(goal, seed, validation=part(400, 600)):
    model = SmallModel(shape=(28, 28), classes=10, optimizer="sgd", learning_rate=0.02, seed=seed)
    return Call(
        function="train_model",
        args=(model, part(0, 400), validation, goal),
        label=f"train_model(..., goal={goal:g})",
    )


CHECKS = [
    Defines(
        function="train_model", parameters=("model", "train_data", "validation_data", "goal")
    ),
    ReturnsHistory(
        of=trained(GOAL, 0), series=("val_accuracy",), most_epochs=12, after=("defines",)
    ),
    StopsAtGoal(
        of=trained(GOAL, 1), monitor="val_accuracy", goal=GOAL, points=3, after=("returns_history",)
    ),
    StopsAtGoal(
        of=trained(1.0, 3, validation=part(496, 498)),  # of two pictures both are right: 1.0
        monitor="val_accuracy",
        goal=1.0,
        name="stops_at_the_very_goal",
        points=2,
        after=("stops_at_goal",),
    ),
    StopsAtGoal(
        of=trained(1.5, 2),
        monitor="val_accuracy",
        goal=1.5,
        epochs=12,
        name="goes_on_without_it",
        points=2,
        after=("stops_at_goal",),
    ),
]
