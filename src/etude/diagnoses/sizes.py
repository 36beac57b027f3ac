"""Questions about the size of the numbers that a network is given and asked for."""

import math

from etude.diagnoses.curves import (
    cost_of_knowing_nothing,
    cost_of_the_mean,
    cost_of_zeros,
    tries_rates,
)
from etude.diagnoses.training_health import is_ill, starts_far_above_guessing
from etude.domain.observations import Fit, TensorSample

# Above this share of what guessing costs little has been learned.
_HARDLY_LEARNED = 0.8
_LEAST_EPOCHS = 3
# A loss that is this many times the scatter of the targets has not even found their mean.
_TIMES_THE_MEAN = 2.0
# Of what zeros would cost; at less than this the answers have come a good way towards the targets.
# Where zeros cost little more than the mean, the loss has to lie the closer to tell which it was.
_ABOUT_ZERO, _JUST_ZERO = (0.8, 1.2), (0.9, 1.1)
_FAR_FROM_THE_MEAN, _BESIDE_THE_MEAN = 1.5, 1.25
# Share of the targets' scatter below which outputs have not even begun to follow them.
_ALIKE = 0.01


def largest(sample: TensorSample | None) -> float:
    """The number farthest from zero; 0 for text and where nothing was seen."""
    if sample is None or sample.low is None or sample.high is None:
        return 0.0
    return max(abs(sample.low), abs(sample.high))


def learned_next_to_nothing(fit: Fit) -> bool:
    """Whether a training of several epochs is hardly better than guessing, or became no number."""
    losses = fit.series("loss")
    if not losses or tries_rates(fit):
        return False
    if not all(map(math.isfinite, losses)) or starts_far_above_guessing(fit):
        return True
    if len(losses) < _LEAST_EPOCHS or not fit.finished:
        return False
    guessing = cost_of_knowing_nothing(fit)
    return is_ill(fit) or (guessing > 0 and losses[-1] >= _HARDLY_LEARNED * guessing)


def has_not_found_the_mean(fit: Fit) -> bool:
    """Whether giving the mean of the targets each time would have been as good or better.

    Its loss is far higher, or as high while its answers hardly differ from each other.
    """
    losses, of_the_mean = fit.series("loss"), cost_of_the_mean(fit)
    if not losses or not of_the_mean or tries_rates(fit):
        return False
    if not math.isfinite(losses[-1]) or losses[-1] >= _TIMES_THE_MEAN * of_the_mean:
        return True
    return is_ill(fit) and _answers_are_alike(fit)


def is_still_on_its_way(fit: Fit) -> bool:
    """Whether all answers are alike and far from the targets' mean, which a bias alone reaches."""
    losses, of_the_mean = fit.series("loss"), cost_of_the_mean(fit)
    if not losses or not of_the_mean or not _answers_are_alike(fit):
        return False
    return _TIMES_THE_MEAN * of_the_mean <= losses[-1] < losses[0]


def is_still_about_zero(fit: Fit) -> bool:
    """Whether a training ends where it began: with answers that are next to nothing beside the
    targets, whose mean lies elsewhere. Inputs that tell nothing would have let it find that mean.
    """
    losses, zeros, of_the_mean = fit.series("loss"), cost_of_zeros(fit), cost_of_the_mean(fit)
    if not losses or zeros < _BESIDE_THE_MEAN * of_the_mean:
        return False
    low, high = _ABOUT_ZERO if zeros >= _FAR_FROM_THE_MEAN * of_the_mean else _JUST_ZERO
    return low * zeros <= losses[-1] <= high * zeros


def _answers_are_alike(fit: Fit) -> bool:
    targets, health = fit.train.part("1"), fit.health
    if targets is None or targets.deviation is None or health is None:
        return False
    return health.output_spread is not None and health.output_spread <= _ALIKE * targets.deviation
