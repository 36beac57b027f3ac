"""The marking scheme: made-up histories, some of them close to a limit."""

from etude.checks.defines import Defines
from etude.checks.tells_apart import Case, TellsApart
from etude.checks.values import Call, Table



def case(answer, told, loss, val_loss):
    """None stands for NaN; the history has a metric, as those of fit usually do."""
    columns = {"loss": loss, "mae": [0.5] * len(loss), "val_loss": val_loss}
    history = Table(columns=columns, lists=True)
    return Case(
        of=Call(function="read_curves", args=(history,), label="read_curves"),
        answer=answer,
        told=told,
    )


FALLS = [2.0, 1.2, 0.9, 0.8, 0.76, 0.74, 0.73]

CHECKS = [
    Defines(function="read_curves", parameters=("history",)),
    TellsApart(
        what="four kinds of training",
        cases=(
            case("fine", "both losses level off", FALLS, [2.1, 1.3, 1.0, 0.9, 0.87, 0.86, 0.86]),
            case(
                "fine",
                "a validation loss that trembles at its end",
                FALLS,
                [2.1, 1.3, 1.0, 0.9, 0.86, 0.89, 0.88],
            ),
            case(
                "overfitting",
                "a validation loss that rises while the training loss falls",
                [2.0, 1.2, 0.8, 0.5, 0.3, 0.2, 0.15],
                [2.1, 1.4, 1.2, 1.25, 1.4, 1.6, 1.9],
            ),
            case(
                "overfitting",
                "a validation loss that begins to rise in the second epoch",
                [1.0, 0.6, 0.4, 0.3, 0.25],
                [0.9, 0.95, 1.1, 1.3, 1.4],
            ),
            case(
                "overfitting",
                "a validation loss that ends 15 % above its lowest",
                [1.0, 0.8, 0.6, 0.45, 0.35],
                [1.0, 0.9, 0.8, 0.85, 0.92],
            ),
            case(
                "underfitting",
                "a training loss that fell by a tenth within the last three epochs",
                [2.0, 1.5, 1.0, 0.94, 0.92, 0.89],
                [2.0, 1.6, 1.1, 1.04, 1.01, 1.0],
            ),
            case(
                "overfitting",
                "a validation loss that ends exactly 10 % above its lowest",
                [2.0, 1.4, 1.0, 0.8, 0.7],
                [1.6, 1.2, 1.0, 1.05, 1.1],
            ),
            case(
                "underfitting",
                "a training loss that is exactly 0.9 times what it was three epochs before",
                [16.0, 12.0, 10.0, 9.5, 9.2, 9.0],
                [17.0, 13.0, 11.0, 10.5, 10.2, 10.0],
            ),
            case(
                "fine",
                "a training loss that ends where it began",
                [1.0, 0.95, 0.96, 0.98, 1.0],
                [1.1, 1.05, 1.06, 1.08, 1.1],
            ),
            case(
                "underfitting",
                "both losses still fall when the training ends",
                [2.3, 2.1, 1.9, 1.7, 1.5, 1.3],
                [2.3, 2.2, 2.0, 1.8, 1.6, 1.4],
            ),
            case(
                "diverging",
                "a training loss that grows",
                [1.0, 1.5, 3.0, 9.0, 40.0],
                [1.1, 1.7, 3.5, 11.0, 50.0],
            ),
            case(
                "diverging",
                "a training loss that becomes NaN",
                [2.3, 1.9, None, None, None],
                [2.2, 2.0, None, None, None],
            ),
            case(
                "diverging",
                "a training loss that is NaN in one epoch",
                [2.3, 1.9, None, 1.8, 1.8, 1.8],
                [2.2, 2.0, 2.0, 2.0, 2.0, 2.0],
            ),
            case(
                "fine",
                "a validation loss that rises while the training loss stands still",
                [1.0, 0.8, 0.7, 0.7, 0.7, 0.7],
                [1.0, 0.9, 0.8, 0.85, 0.9, 0.95],
            ),
        ),
        points=4,
        after=("defines",),
    ),
]
