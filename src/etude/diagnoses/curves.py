"""Questions about how a training went, epoch by epoch."""

from collections.abc import Sequence

from etude.domain.observations import Fit

_ACCURACIES = (
    "accuracy",
    "acc",
    "sparse_categorical_accuracy",
    "categorical_accuracy",
    "binary_accuracy",
)

# A warm-up of the learning rate stays within one order of magnitude of what follows it.
_RANGE_TEST = 10.0


def accuracy(fit: Fit, *, of: str = "") -> Sequence[float]:
    """The accuracy of each epoch, whatever it was called; empty when none was measured.

    Args:
      of: "val_" for that of the validation data.
    """
    return next((fit.series(of + name) for name in _ACCURACIES if fit.series(of + name)), [])


def tries_rates(fit: Fit) -> bool:
    """Whether the learning rate grows on purpose, to find out where the loss breaks."""
    rates = fit.series("learning_rate")
    return bool(rates) and min(rates) > 0 and rates[-1] >= _RANGE_TEST * min(rates)


def best_epoch(losses: Sequence[float]) -> int:
    """Index of the epoch with the lowest loss."""
    return min(range(len(losses)), key=losses.__getitem__)


def last_fit(fits: Sequence[Fit]) -> Fit | None:
    """The last training that came to the end that its program meant."""
    return next(
        (fit for fit in reversed(fits) if fit.finished and fit.epochs and not fit.cut), None
    )
