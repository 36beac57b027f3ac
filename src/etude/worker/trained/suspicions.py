"""What in a training that went badly may be to blame for it, of what another training can prove."""

import math
from collections.abc import Iterator
from typing import Any

from etude.domain.guessing import cost_of_the_mean
from etude.domain.heads import head_of, heads
from etude.domain.network import meets_inputs_as_given
from etude.domain.observations import Model
from etude.domain.retraining import Change, Course

# Standardised columns rarely go beyond the first; a bias comes to targets of less than the second
# within a few hundred steps.
_LARGE_INPUTS, _LARGE_TARGETS = 10.0, 50.0
_GOOD_ACCURACY, _GOOD_CROSS_ENTROPY = 0.95, 0.2
# Share of what always giving the mean would cost.
_GOOD_REGRESSION = 0.1
# Keras's defaults, but for two whose defaults suit no new network: as in the papers and in Keras 1.
_USUAL = {"SGD": 1e-2, "Adadelta": 1.0, "Adagrad": 1e-2, "Ftrl": 1e-2, "Lion": 1e-4}
_USUAL_RATE = 1e-3
_TIMES_THE_USUAL = 5.0


def suspicions(
    model: Model, course: Course, inputs: Any, targets: Any, *, rate: float | None
) -> Iterator[Change]:
    """What to change; nothing where the training went well.

    Args:
      inputs, targets: examples, as arrays of numbers; rate: the first learning rate.
    """
    if went_well(model, course, scatter=float(targets.std())):
        return
    of_numbers = list(_of_numbers(model, inputs, targets, rate=rate))
    # Adam makes up for much: beside another suspicion it would hide which of them it was.
    yield from of_numbers or _of_optimizer(model)


def _of_numbers(model: Model, inputs: Any, targets: Any, *, rate: float | None) -> Iterator[Change]:
    if _farthest(inputs) >= _LARGE_INPUTS and meets_inputs_as_given(model):
        yield Change.INPUTS
    if _is_regression(model) and _ends_linear(model) and _farthest(targets) >= _LARGE_TARGETS:
        yield Change.TARGETS
    if rate and not 1 / _TIMES_THE_USUAL < rate / usual_rate(model) < _TIMES_THE_USUAL:
        yield Change.RATE


def _of_optimizer(model: Model) -> Iterator[Change]:
    if model.compiled and model.compiled.optimizer == "SGD":
        yield Change.OPTIMIZER


def usual_rate(model: Model) -> float:
    """The learning rate to begin with, for this optimizer."""
    return _USUAL.get(model.compiled.optimizer if model.compiled else "", _USUAL_RATE)


def went_well(model: Model, course: Course, *, scatter: float) -> bool:
    """Whether there is nothing to look for; also where the loss is of a kind that says nothing.

    Args:
      scatter: standard deviation of the targets.
    """
    loss, name = course.losses[-1], _loss(model)
    if not math.isfinite(loss):
        return False
    if name.endswith("crossentropy"):
        reached = max(course.accuracies, default=0.0)
        return reached >= _GOOD_ACCURACY or loss <= _GOOD_CROSS_ENTROPY
    return not _is_regression(model) or loss <= _GOOD_REGRESSION * cost_of_the_mean(name, scatter)


def is_squared(model: Model) -> bool:
    """Whether its loss is the squared error."""
    return _loss(model) == "mean_squared_error"


def _is_regression(model: Model) -> bool:
    return is_squared(model) or _loss(model) == "mean_absolute_error"


def _loss(model: Model) -> str:
    losses = model.compiled.losses if model.compiled else ()
    return losses[0].name if len(losses) == 1 else ""


def _ends_linear(model: Model) -> bool:
    ends = heads(model) or [head_of(layer) for layer in model.layers[-1:]]
    return all(head.activation == "linear" for head in ends)


def _farthest(values: Any) -> float:
    return max(abs(float(values.min())), abs(float(values.max())))
