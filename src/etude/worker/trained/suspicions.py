"""What in a training that went badly may be to blame for it, of what another training can prove."""

import math
from collections.abc import Iterator, Sequence
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
# A line has one unit, a corner two; ReLU loses some of the first ones for good.
_NARROW = 4
# Wider layers begin with other weights, which is luck; after as many epochs it hardly shows.
_EPOCHS_TO_FORGET = 10
_OF_CHAINS = ("InputLayer", "Dense", "Activation", "ReLU", "Dropout")


def suspicions(
    model: Model, course: Course, inputs: Any, targets: Any, *, rate: float | None, epochs: int
) -> Iterator[Change]:
    """What to change; nothing where the training went well.

    Args:
      inputs, targets: examples, as arrays of numbers; rate: the first learning rate.
      epochs: how long another training would be.
    """
    if went_well(model, course, scatter=float(targets.std())):
        return
    of_numbers = list(_of_numbers(model, inputs, targets, rate=rate))
    # Adam, and more units, make up for much: beside another suspicion they would hide which it was.
    yield from of_numbers or last_resorts(model, targets, epochs=epochs)


def _of_numbers(model: Model, inputs: Any, targets: Any, *, rate: float | None) -> Iterator[Change]:
    if _farthest(inputs) >= _LARGE_INPUTS and meets_inputs_as_given(model):
        yield Change.INPUTS
    if _is_regression(model) and _ends_linear(model) and _farthest(targets) >= _LARGE_TARGETS:
        yield Change.TARGETS
    if rate and not 1 / _TIMES_THE_USUAL < rate / usual_rate(model) < _TIMES_THE_USUAL:
        yield Change.RATE
    if (
        _is_regression(model)
        and cross_entropy_of(model, targets)
        and not _are_alike(inputs, targets)
    ):
        yield Change.LOSS


def last_resorts(model: Model, targets: Any, *, epochs: int) -> Iterator[Change]:
    """What is left to change where nothing that the numbers make suspect helps."""
    if model.compiled and model.compiled.optimizer == "SGD":
        yield Change.OPTIMIZER
    if epochs >= _EPOCHS_TO_FORGET and targets.min() < targets.max() and narrow_layers(model):
        yield Change.UNITS


def cross_entropy_of(model: Model, targets: Any) -> str:
    """The cross-entropy that suits outputs that are probabilities, of targets that are 0 or 1; ""
    for others.
    """
    ends = heads(model) or [head_of(layer) for layer in model.layers[-1:]]
    if len(ends) != 1 or not ((targets == 0) | (targets == 1)).all():
        return ""
    if ends[0].activation == "sigmoid":
        return "binary_crossentropy"
    one_each = (
        targets.ndim > 1 and targets.shape[-1] > 1 and bool((targets.sum(axis=-1) == 1).all())
    )
    return "categorical_crossentropy" if ends[0].activation == "softmax" and one_each else ""


def narrow_layers(model: Model) -> Sequence[str]:
    """Hidden dense layers of very few units, in a chain of dense layers; none where one is meant
    to be narrow, since more comes out.
    """
    if any(layer.kind not in _OF_CHAINS or len(layer.calls) > 1 for layer in model.layers):
        return ()
    widths = [int(layer.config["units"]) for layer in model.layers if layer.kind == "Dense"]
    names = [layer.name for layer in model.layers if layer.kind == "Dense"]
    hidden = list(zip(names, widths, strict=True))[:-1]
    squeezed = any(width < widths[-1] for _, width in hidden)
    return () if squeezed else [name for name, width in hidden if width <= _NARROW]


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


def _are_alike(inputs: Any, targets: Any) -> bool:
    """Whether the inputs are what is to be rebuilt."""
    return inputs.shape == targets.shape and bool((inputs == targets).all())


def _farthest(values: Any) -> float:
    return max(abs(float(values.min())), abs(float(values.max())))
