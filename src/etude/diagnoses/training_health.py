"""Questions about how a model came out of a training: what is dead, what does not learn, and why.

AutoTrainer ("AUTOTRAINER: An Automatic DNN Training Problem Detection and Repair System", ICSE
2021) asks for the state of gradients and units only where the training itself went badly, since
sound networks have a few of either. So do we: ``is_ill`` comes before anything that is read from
health.
"""

import math
from collections.abc import Sequence

from etude.diagnoses.curves import (
    accuracy,
    cost_of_guessing,
    cost_of_the_mean,
    cost_of_zeros,
    tries_rates,
)
from etude.diagnoses.loops import optimizers_made
from etude.diagnoses.source import Source
from etude.domain.health import LayerHealth
from etude.domain.network import all_layers
from etude.domain.observations import Fit, Layer
from etude.domain.own_loop import TAPE, Loop

_LEAST_EPOCHS = 3
# Share of the loss of guessing, and of the first epoch's, above which nothing was learned.
_OF_GUESSING, _OF_FIRST = 0.9, 0.9
# The targets of a few examples scatter a little differently from all of them.
_OF_THE_MEAN = 0.95
_HIGH_ACCURACY = 0.9
# In benchmarks of ours unscaled pixels begin at ten times ln(K), sound trainings below 1.3 times.
_TIMES_GUESSING = 4.0
_ADAPTIVE = ("Adam", "AdamW", "Nadam", "Adamax", "RMSprop", "Lion")


def is_ill(fit: Fit) -> bool:
    """Whether a training of several epochs has left the loss about where guessing is; of inputs
    that are all alike that must be so, and is no matter of the network.
    """
    losses = fit.series("loss")
    if not fit.finished or len(losses) < _LEAST_EPOCHS or tries_rates(fit) or fit.train.all_alike:
        return False
    if (
        not all(map(math.isfinite, losses))
        or losses[0] <= 0
        or max(accuracy(fit), default=0.0) >= _HIGH_ACCURACY
    ):
        return False
    guessing = cost_of_guessing(fit)
    if guessing and losses[-1] >= _OF_GUESSING * guessing:
        return True
    of_the_mean = cost_of_the_mean(fit)
    if of_the_mean and losses[-1] >= _OF_THE_MEAN * of_the_mean:
        return True
    return not guessing and min(losses[1:]) >= _OF_FIRST * losses[0]


def starts_far_above_guessing(fit: Fit) -> bool:
    """Whether the first epoch's loss is a multiple of what guessing would cost."""
    losses, guessing = fit.series("loss"), cost_of_guessing(fit)
    return bool(losses and guessing) and _TIMES_GUESSING * guessing <= losses[0] < math.inf


def starts_far_above_zeros(fit: Fit) -> bool:
    """Whether the first epoch's loss is a multiple of what answering 0 would cost a regression.

    A new network answers about 0: what costs more has been thrown there by the steps.
    """
    losses, zeros = fit.series("loss"), cost_of_zeros(fit)
    return bool(losses and zeros) and _TIMES_GUESSING * zeros <= losses[0] < math.inf


def with_gradients(fit: Fit) -> list[LayerHealth]:
    """Layers that learn, from input to output, with the gradient that arrives at each."""
    layers = fit.health.layers if fit.health else ()
    return [one for one in layers if one.trainable and one.gradient is not None]


def rectified(fit: Fit) -> list[LayerHealth]:
    """Layers that end in a ReLU and whose outputs were seen."""
    names = {layer.name for layer in all_layers(fit.model) if _ends_in_relu(layer)}
    layers = fit.health.layers if fit.health else ()
    return [one for one in layers if one.zero_units is not None and one.name in names]


def is_adaptive(fit: Fit) -> bool:
    """An optimizer whose steps have about the size of the learning rate, whatever the gradients."""
    return fit.model.compiled is not None and fit.model.compiled.optimizer in _ADAPTIVE


def learning_rate(fit: Fit) -> float | None:
    """The highest one of the training; as compiled when no epoch told it."""
    rates = fit.series("learning_rate")
    compiled = fit.model.compiled
    return max(rates) if rates else compiled.learning_rate if compiled else None


def fit_again(fits: Sequence[Fit]) -> list[tuple[Fit, Fit]]:
    """Each training of a model with the one of the same model before it."""
    last: dict[str, Fit] = {}
    pairs = []
    for fit in fits:
        if fit.model.key in last:
            pairs.append((last[fit.model.key], fit))
        last[fit.model.key] = fit
    return pairs


def steps_line(source: Source, fit: Fit) -> int:
    """Where the optimizer was chosen, else the line of the training."""
    compiled = fit.model.compiled
    if isinstance(fit, Loop) and fit.how == TAPE:
        made = optimizers_made(source)
        return made[0].lineno if len(made) == 1 else fit.line
    return compiled.line if compiled and compiled.line else fit.line


def _ends_in_relu(layer: Layer) -> bool:
    if layer.kind == "TimeDistributed":
        return any(map(_ends_in_relu, layer.layers))
    return layer.kind == "ReLU" or layer.config.get("activation") == "relu"
