"""
Most units of a ReLU layer are zero for every example: they are dead.

## Why it hurts
A ReLU passes on nothing that is negative, and where it passes nothing its slope is zero too. A unit that is
negative for every example therefore gets no gradient and never comes back. A step that was too large, a bias
far below zero or inputs far from zero can push a whole layer there; the network then gives every example the
same answer.

## Example
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    inputs = np.random.default_rng(0).normal(size=(128, 4)).astype("float32")
    labels = (inputs[:, 0] > 0).astype("int64")

    model = keras.Sequential([
        keras.Input((4,)),
        keras.layers.Dense(16, activation="relu", bias_initializer=keras.initializers.Constant(-20)),
        keras.layers.Dense(2),
    ])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss=loss)
    model.fit(inputs, labels, epochs=4, verbose=0)

## Instead
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    inputs = np.random.default_rng(0).normal(size=(128, 4)).astype("float32")
    labels = (inputs[:, 0] > 0).astype("int64")

    model = keras.Sequential([
        keras.Input((4,)),
        keras.layers.Dense(16, activation="relu"),
        keras.layers.Dense(2),
    ])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss=loss)
    model.fit(inputs, labels, epochs=12, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.stretches import length_of
from etude.diagnoses.training_health import is_ill, learning_rate, rectified
from etude.domain.finding import Finding, Severity
from etude.domain.heads import heads
from etude.domain.health import LayerHealth
from etude.domain.observations import Fit
from etude.domain.own_loop import Loop

SEVERITY = Severity.SILENT
SKILLS = ("train-5", "model-10", "dev-3")
GUIDE = "Keras API: layer activation functions"
EXPLAINS = (
    *("stuck_at_majority", "trained_too_short", "predicts_constant", "vanishing_gradients"),
    "too_few_units",  # of more of them some are alive
)

# AutoTrainer (ICSE 2021) speaks of dying ReLUs when 70 % of the gradients are zero. In sound trainings
# of ours no layer has more than 44 % (docs/design/health.md).
_MOST = 0.7
# Of the targets' scatter: with their mean as far from 0, squared errors of zeros are a quarter larger.
_BESIDE_ZERO = 0.5


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.trainings:
        dead = [layer for layer in rectified(fit) if (layer.zero_units or 0.0) >= _MOST]
        silenced = next((one for one in dead if _answers_zero(fit, one)), None)
        # Two networks that train against each other stay about where guessing is.
        ill = not isinstance(fit, Loop) and is_ill(fit)
        if dead and (silenced or ill) and fit.health is not None:
            first = silenced or dead[0]
            rate = learning_rate(fit)
            return Finding(
                line=first.line or fit.line,
                evidence=f"{first.zero_units:.0%} of the units of {first.name} are zero for all of "
                f"{fit.health.examples} training examples after {length_of(fit)}"
                + (f" at a learning rate of {rate:.3g}" if rate is not None else ""),
                change=_of_output(fit, first)
                or "scale the inputs to about 1, use the default initial weights and "
                "biases, try a learning rate ten times smaller, or activation='leaky_relu'",
                about=first.name,
            )
    return None


def _answers_zero(fit: Fit, dead: LayerHealth) -> bool:
    """Whether the output is 0 for every example, where that costs clearly more than the targets' mean.

    No loss has to be asked then, which says little where the first steps threw it far up.
    """
    targets = fit.train.part("1")
    if dead.zero_units != 1.0 or dead.name not in _ends(fit) or targets is None:
        return False
    return abs(targets.mean or 0.0) >= _BESIDE_ZERO * (targets.deviation or 0.0) > 0


def _ends(fit: Fit) -> set[str]:
    """Names of the layers that the outputs have been through last."""
    found = heads(fit.model)
    activated = [head.activated_by for head in found]
    return {head.name for head in found} | {one.name for one in activated if one is not None}


def _of_output(fit: Fit, dead: LayerHealth) -> str:
    """What an output should end in; no step brings back one that is zero for all."""
    if dead.name not in _ends(fit):
        return ""
    targets = fit.train.part("1")
    if targets is not None and list(targets.distinct or ()) == [0, 1]:
        return "the labels are 0 and 1: end the model in activation='sigmoid', with the loss binary_crossentropy"
    return "leave out the activation of the last layer: where ReLU cuts the output to zero, no weight gets a gradient"
