"""How many batches the trainings of a run had."""

import math

from etude.domain.observations import Fit

_USUAL = 32  # what Keras takes for arrays when it is not told


def batches_in_a_pass(fit: Fit) -> int:
    """How many batches one pass gives; 0 or less when that is not known or has no end."""
    if fit.train.kind != "arrays":  # of a sequence of batches, too, their number is counted
        return fit.train.cardinality
    rows = math.floor(fit.train.cardinality * (1 - number(fit, "validation_split", 0)))
    return math.ceil(rows / number(fit, "batch_size", _USUAL))


def batches_per_epoch(fit: Fit) -> int:
    """Steps of an epoch: what ``fit`` was told, or one pass; 0 when that is not known."""
    return max(0, int(number(fit, "steps_per_epoch", batches_in_a_pass(fit))))


def number(fit: Fit, name: str, default: float) -> float:
    """An argument of ``fit`` that is a number other than zero, else the default."""
    value = fit.arguments.get(name)
    return value if isinstance(value, int | float) and value else default
