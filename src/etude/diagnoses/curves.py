"""Questions about how a training went, epoch by epoch."""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

from etude.domain import guessing
from etude.domain.logs import ACCURACIES, series_of
from etude.domain.observations import Fit
from etude.domain.own_loop import Loop

_CROSS_ENTROPIES = ("categorical_crossentropy", "binary_crossentropy")

# AutoTrainer (ICSE 2021) calls a training unstable when a good fifth of its epochs swing; ours must
# swing by a fifth of the loss, up in a quarter of them and down in as many, and not at the floor of
# a good training.
_SWING, _SHARE_OF_SWINGS, _FLOOR, _EPOCHS_TO_SWING = 1.2, 0.25, 0.1, 8

# The gap between training and validation accuracy from which AutoTrainer (ICSE 2021) speaks of
# overfitting.
_GAP = 0.10
# The validation loss must have risen by this share over this many epochs since its best one: less
# is noise on small validation sets.
_RISE = 0.15
_EPOCHS_SINCE = 3
# Where that loss merely stands still, twice the gap is asked for, and that the training examples
# are known by heart: their loss is a tenth of the other one.
_STANDING, _BY_HEART, _GAP_BY_HEART = 0.98, 0.1, 0.20

#: A sound training may wobble; one that ends at this many times its first loss has not.
RUN_AWAY = 2.0

# A warm-up of the learning rate stays within one order of magnitude of what follows it.
_RANGE_TEST = 10.0
# A schedule may set another rate than the optimizer was made with; a range test goes through more.
_WITHIN_AN_EPOCH = 100.0


def accuracy(fit: Fit, *, of: str = "") -> Sequence[float]:
    """The accuracy of each epoch, whatever it was called; empty when none was measured.

    Args:
      of: "val_" for that of the validation data.
    """
    return series_of(fit.epochs, *(of + name for name in ACCURACIES))


def accuracy_in(measured: Mapping[str, float]) -> float | None:
    """The accuracy among numbers by name, whatever it was called; None when it was not measured."""
    return next((measured[name] for name in ACCURACIES if name in measured), None)


def tries_rates(fit: Fit) -> bool:
    """Whether the learning rate grows on purpose, to find out where the loss breaks: from epoch to
    epoch, or within a single one, where only that it begins with tells.
    """
    rates, compiled = fit.series("learning_rate"), fit.model.compiled
    if len(rates) == 1 and compiled is not None:
        return 0 < (compiled.learning_rate or 0) <= rates[0] / _WITHIN_AN_EPOCH
    return bool(rates) and min(rates) > 0 and rates[-1] >= _RANGE_TEST * min(rates)


def cost_of_guessing(fit: Fit) -> float:
    """ln(K) of the only loss, times what an example weighs; 0 where penalties add to it, or where K
    or the weights are not known.
    """
    compiled, outputs = fit.model.compiled, fit.model.outputs
    if compiled is None or len(compiled.losses) != 1 or len(outputs) != 1:
        return 0.0
    if _is_penalised(fit):
        return 0.0
    units = (outputs[0].shape or [None])[-1]
    if units is None or not compiled.losses[0].name.endswith(_CROSS_ENTROPIES):
        return 0.0
    return math.log(max(units, 2)) * _weight_of_an_example(fit)


def cost_of_the_mean(fit: Fit) -> float:
    """What it would cost to answer with the mean of the targets each time; 0 where nothing tells.

    Of squared or absolute error, without weights of classes and penalties. Where an example has
    several numbers this is the cost of one mean for them all: no less than that of a mean for each.
    """
    compiled, targets = fit.model.compiled, fit.train.part("1")
    if compiled is None or len(compiled.losses) != 1 or targets is None or not targets.deviation:
        return 0.0
    if _is_penalised(fit):
        return 0.0
    of_one = guessing.cost_of_the_mean(compiled.losses[0].name, targets.deviation)
    return of_one * _weight_of_an_example(fit)


def cost_of_knowing_nothing(fit: Fit) -> float:
    """Of whichever kind its loss is; 0 where nothing tells."""
    return cost_of_guessing(fit) or cost_of_the_mean(fit)


def cost_of_zeros(fit: Fit) -> float:
    """What it would cost to answer 0 each time, as a new network about does; 0 if not known."""
    compiled, targets, of_the_mean = fit.model.compiled, fit.train.part("1"), cost_of_the_mean(fit)
    if not of_the_mean or compiled is None or targets is None or targets.mean is None:
        return 0.0
    if compiled.losses[0].name == "mean_squared_error":
        return of_the_mean + targets.mean**2
    return max(of_the_mean, abs(targets.mean))


def oscillates(losses: Sequence[float]) -> bool:
    """Whether a training loss goes up and down without getting anywhere. What lies around nought,
    as the loss of a policy does, has no size of its own that swings could be large beside.
    """
    if len(losses) < _EPOCHS_TO_SWING or not all(map(math.isfinite, losses)) or not any(losses):
        return False
    if min(losses) < 0:
        return False
    pairs = list(pairwise(losses))
    rises = sum(later >= _SWING * earlier for earlier, later in pairs)
    falls = sum(earlier >= _SWING * later for earlier, later in pairs)
    return min(rises, falls) >= _SHARE_OF_SWINGS * len(pairs) and losses[-1] >= _FLOOR * losses[0]


def best_epoch(losses: Sequence[float]) -> int:
    """Index of the epoch with the lowest loss."""
    return min(range(len(losses)), key=losses.__getitem__)


def turning_epoch(fit: Fit) -> int | None:
    """The epoch from which on the validation loss rose for good while the training loss fell; None
    where it did not.
    """
    losses, judged = fit.series("loss"), fit.series("val_loss")
    if len(judged) != len(losses) or len(losses) <= _EPOCHS_SINCE:
        return None
    best = best_epoch(judged)
    rose = _rise(judged, best) >= _RISE and len(judged) - 1 - best >= _EPOCHS_SINCE
    return best if rose and losses[-1] < losses[best] and _wide_gap(fit) else None


def _rise(judged: Sequence[float], best: int) -> float:
    """The share by which a loss rose since its best. A likelihood may lie below nought, where a
    share of itself means nothing: there it is one of all that the loss came down before.
    """
    whole = judged[best] if judged[best] > 0 else judged[0] - judged[best]
    return (judged[-1] - judged[best]) / whole if whole > 0 else 0.0


def standstill(fit: Fit) -> int | None:
    """The epoch after which nothing but the training examples was learned, by heart in the end;
    None where the validation loss still came down, or the accuracies stayed together.
    """
    losses, judged = fit.series("loss"), fit.series("val_loss")
    learned, others = accuracy(fit), accuracy(fit, of="val_")
    if len(judged) != len(losses) or len(losses) <= _EPOCHS_SINCE or not learned or not others:
        return None
    before, since = judged[:-_EPOCHS_SINCE], judged[-_EPOCHS_SINCE:]
    by_heart = losses[-1] <= _BY_HEART * judged[-1] and learned[-1] - others[-1] >= _GAP_BY_HEART
    stands = min(since) >= _STANDING * min(before)
    return best_epoch(before) if stands and by_heart else None


def _wide_gap(fit: Fit) -> bool:
    """Whether the accuracies lie apart; where none was measured, whether the losses do at all."""
    learned, judged = accuracy(fit), accuracy(fit, of="val_")
    if not learned or not judged:
        return fit.series("val_loss")[-1] > fit.series("loss")[-1]
    return learned[-1] - judged[-1] >= _GAP


def _is_penalised(fit: Fit) -> bool:
    penalties = any(layer.config.get("kernel_regularizer") for layer in fit.model.layers)
    return penalties or bool(fit.arguments.get("class_weight"))


def _weight_of_an_example(fit: Fit) -> float:
    """What weights beside the labels multiply a loss by, on average: 1 without any, 0 if not known.

    Keras divides the weighted sum by the number of examples, not by the sum of the weights.
    """
    if isinstance(fit, Loop):
        return 1.0  # what its third tensor is, nobody knows
    beside = fit.train.part("2")
    promised = any(part.path.split("/")[0] == "2" for part in fit.train.spec)
    if beside is None and not promised and "sample_weight" not in fit.arguments:
        return 1.0
    weight = fit.arguments.get("sample_weight") if beside is None else beside.mean
    return weight if weight is not None and 0 < weight < math.inf else 0.0


def last_fit(fits: Sequence[Fit]) -> Fit | None:
    """The last training that came to the end that its program meant."""
    return next(
        (fit for fit in reversed(fits) if fit.finished and fit.epochs and not fit.cut), None
    )
