"""What a training logged, measure by measure: train beside validation."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from etude.domain.observations import Fit

_VALIDATION = "val_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One logged quantity over the epochs, None where an epoch lacks it.

    Attributes:
      name: as Keras logs it, "loss"; validation: empty when that was never measured.
    """

    name: str
    train: Sequence[float | None] = ()
    validation: Sequence[float | None] = ()

    @property
    def last(self) -> tuple[float | None, float | None]:
        """Of the last epoch: train, validation."""
        return (self.train or [None])[-1], (self.validation or [None])[-1]


def measures(fit: Fit) -> list[Measure]:
    """Every logged quantity: the loss, then in the order of the logs."""
    logged = dict.fromkeys(key for logs in fit.epochs for key in logs)
    each_once = dict.fromkeys(_base(key, logged) for key in logged)
    names = sorted(each_once, key=lambda name: name != "loss")
    return [
        Measure(
            name=name,
            train=_over_epochs(fit, name),
            validation=_over_epochs(fit, _VALIDATION + name),
        )
        for name in names
    ]


def numbered(fit: Fit) -> list[int]:
    """Numbers of the finished epochs, as Keras counts them on the screen."""
    first = fit.arguments.get("initial_epoch") or 0
    return [first + position for position in range(1, len(fit.epochs) + 1)]


def planned(fit: Fit) -> int:
    """How many epochs it was to run; 0 where that is not known."""
    epochs, first = fit.arguments.get("epochs"), fit.arguments.get("initial_epoch") or 0
    return max(0, epochs - first) if isinstance(epochs, int) else 0


def _base(key: str, logged: Container[str]) -> str:
    """ "val_loss" belongs to "loss"; a metric that is itself called "val_..." stays alone."""
    name = key.removeprefix(_VALIDATION)
    return name if name in logged else key


def _over_epochs(fit: Fit, key: str) -> list[float | None]:
    values = [logs.get(key) for logs in fit.epochs]
    return values if any(value is not None for value in values) else []
