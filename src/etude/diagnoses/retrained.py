"""What trainings with something changed say of a cause."""

import math

from etude.diagnoses.curves import cost_of_knowing_nothing
from etude.domain.observations import Fit
from etude.domain.retraining import LAST_RESORTS, Change, Course, Retraining

# As for a first training that is ill: less than this below guessing is nothing learned.
_HARDLY_LEARNED = 0.95


def proven(fit: Fit, change: Change) -> str:
    """How much better the training went with this change, in words; "" where it did not.

    Where several changes helped together, the ones count without which they do not; where any of
    them would do, the one that does most.
    """
    as_it_is, together = Course.of(fit.epochs), _together(fit)
    if together is None or not _is_far_better(fit, together.course, as_it_is):
        return ""
    if together.course.losses[-1] >= _HARDLY_LEARNED * _guessing(fit):
        return ""
    if len(together.changes) == 1:
        return _words(together, as_it_is) if change in together.changes else ""
    needed = [one for one in together.changes if _is_needed(fit, together, one)]
    if change in needed:
        without = _without(fit, together, change)
        return f"{_words(together, as_it_is)}{_but(without, change)}"
    best = _best_single(fit)
    alone = not needed and best is not None and list(best.changes) == [change]
    return _words(best, as_it_is) if alone and best is not None else ""


def is_needed_beside_others(fit: Fit, change: Change) -> bool:
    """Whether it helped beside another suspicion, which alone was not enough: then that one, or
    what explains it, cannot be all of it.
    """
    together = _together(fit)
    several = together is not None and len(together.changes) > 1
    return several and bool(proven(fit, change))


def rate_that_is_better(fit: Fit) -> float:
    """The usual learning rate, where training with it went far better; 0 where it did not."""
    together = _together(fit) if proven(fit, Change.RATE) else None
    return together.rate or 0.0 if together is not None else 0.0


def _guessing(fit: Fit) -> float:
    """What it would cost; infinite where that is not known."""
    return cost_of_knowing_nothing(fit) or math.inf


def _together(fit: Fit) -> Retraining | None:
    """With everything suspected; last resorts were tried where nothing else had helped."""
    rest = [one for one in fit.retrainings if LAST_RESORTS.issuperset(one.changes)]
    return max(rest or fit.retrainings, key=lambda one: len(one.changes), default=None)


def _is_needed(fit: Fit, together: Retraining, change: str) -> bool:
    without = _without(fit, together, change)
    return without is not None and _is_far_better(fit, together.course, without.course)


def _is_far_better(fit: Fit, after: Course, before: Course) -> bool:
    return after.is_far_better_than(before, guessing=_guessing(fit))


def _without(fit: Fit, together: Retraining, change: str) -> Retraining | None:
    rest = [one for one in together.changes if one != change]
    return next((one for one in fit.retrainings if list(one.changes) == rest), None)


def _best_single(fit: Fit) -> Retraining | None:
    single = [one for one in fit.retrainings if len(one.changes) == 1]
    return min(single, key=lambda one: one.course.losses[-1], default=None)


def _words(retraining: Retraining, as_it_is: Course) -> str:
    epochs = min(len(retraining.course.losses), len(as_it_is.losses))
    before, after = as_it_is.losses[epochs - 1], retraining.course.losses[epochs - 1]
    return (
        f"the loss after {_length(epochs)} is {before:.4g}; in a second training, with "
        f"{_joined(retraining)}, it is {after:.4g}"
    )


def _but(without: Retraining | None, change: Change) -> str:
    if without is None:
        return ""
    return f", and without {change} {without.course.losses[-1]:.4g}"


def _length(epochs: int) -> str:
    return "one epoch" if epochs == 1 else f"{epochs} epochs"


def _joined(retraining: Retraining) -> str:
    *most, last = [
        f"a learning rate of {retraining.rate:.3g}" if one == Change.RATE else one
        for one in retraining.changes
    ]
    return f"{', '.join(most)} and {last}" if most else last
