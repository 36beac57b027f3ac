"""How many examples belong to each class, and what giving all the same answer would come to."""

import math
from collections.abc import Mapping, Sequence

import numpy as np

from etude.diagnoses.curves import cost_of_guessing
from etude.domain.observations import Fit

# The mean and the deviation of numbered classes, and that the shares sum to 1, fix three of them.
_MOST_CLASSES = 3
# Nearer to a half a sample may mislead, and weights of classes hardly matter.
_RARE = 0.35
_PARTS = ("validation_split", "class_weight", "steps_per_epoch")


def class_shares(fit: Fit) -> Sequence[float]:
    """Shares of two or three numbered classes in arrays, all of which ``fit`` learns from.

    Returns:
      One share per class, in the order of their numbers; empty where they are not known.
    """
    labels = fit.train.part("1") if fit.train.kind == "arrays" else None
    if labels is None or labels.mean is None or any(fit.arguments.get(name) for name in _PARTS):
        return ()
    numbers = np.array(labels.distinct or (), dtype=np.float64)
    one_each = len(labels.shape) == 1 or list(labels.shape[1:]) == [1]
    if not one_each or not 2 <= len(numbers) <= _MOST_CLASSES:
        return ()
    if len(numbers) > 2 and labels.deviation is None:
        return ()
    squares = (labels.deviation or 0) ** 2 + labels.mean**2
    moments = np.array([1, labels.mean, squares])[: len(numbers)]
    powers = np.vander(numbers, len(numbers), increasing=True).T
    return [float(share) for share in np.linalg.solve(powers, moments)]


def share_of_ones(fit: Fit) -> float | None:
    """Of labels 0 and 1, when one of them is rare."""
    labels = fit.train.part("1")
    if labels is None or labels.mean is None or list(labels.distinct or ()) not in ([0, 1], []):
        return None
    is_binary = (labels.low, labels.high) == (0.0, 1.0)
    return labels.mean if is_binary and min(labels.mean, 1 - labels.mean) <= _RARE else None


def class_weights(fit: Fit) -> tuple[float, float] | None:
    """Of classes 0 and 1, when ``fit`` was given one for each."""
    given = fit.arguments.get("class_weight")
    if not isinstance(given, Mapping):
        return None
    known = {str(key): value for key, value in given.items() if isinstance(value, int | float)}
    return (known["0"], known["1"]) if {"0", "1"} == set(known) else None


def largest_share_possible(fit: Fit) -> float:
    """No class number can be more frequent than this; 1 where nothing is known.

    With a share s at one number, the others lie no further from it than the range, so that the
    variance is at most (1 - s) range^2.
    """
    labels = fit.train.part("1") if fit.train.kind == "arrays" else None
    if labels is None or not labels.distinct or len(labels.distinct) < 2:
        return 1.0
    if labels.low is None or labels.high is None or labels.deviation is None:
        return 1.0
    one_each = len(labels.shape) == 1 or list(labels.shape[1:]) == [1]
    return 1 - (labels.deviation / (labels.high - labels.low)) ** 2 if one_each else 1.0


def least_cost_of_one_answer(fit: Fit, share: float) -> float:
    """The lowest cross-entropy of a model that answers all alike and is right this often.

    Its best answer gives the classes their shares, which costs the entropy of the shares (Gibbs'
    inequality); that is lowest when all others are of one class. 0 where the loss is another.
    """
    outputs, compiled = fit.model.outputs, fit.model.compiled
    if not 0 < share < 1 or not cost_of_guessing(fit) or compiled is None:
        return 0.0
    units = (outputs[0].shape or [None])[-1]
    if (units == 1) != (compiled.losses[0].name == "binary_crossentropy"):
        return 0.0
    return -share * math.log(share) - (1 - share) * math.log(1 - share)
