"""
The inputs are large numbers, nothing scales them, and the network hardly learns.

## Why it hurts
A layer begins with weights that suit inputs of about 1. Glucose in the hundreds next to a share below 1 gives sums in
the hundreds: sigmoid and tanh are flat out there, ReLU units die, and a step that is right for one column is far too
large or too small for the next. Trees do not mind; networks do.

## Example
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    rng = np.random.default_rng(0)
    area = rng.uniform(300, 3000, 400)
    share = rng.uniform(0, 1, 400)
    inputs = np.stack([area, share], axis=1)
    labels = (area / 3000 + share > 1).astype("int64")

    model = keras.Sequential([
        keras.Input((2,)),
        keras.layers.Dense(8, activation="sigmoid"),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(inputs, labels, epochs=5, verbose=0)

## Instead
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    rng = np.random.default_rng(0)
    area = rng.uniform(300, 3000, 400)
    share = rng.uniform(0, 1, 400)
    inputs = np.stack([area, share], axis=1)
    labels = (area / 3000 + share > 1).astype("int64")
    train, test = inputs[:300], inputs[300:]
    mean, deviation = train.mean(axis=0), train.std(axis=0)

    model = keras.Sequential([
        keras.Input((2,)),
        keras.layers.Dense(8, activation="relu"),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy")
    model.fit((train - mean) / deviation, labels[:300], epochs=15, verbose=0)
    model.evaluate((test - mean) / deviation, labels[300:], verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pixels import first_weights_of_subclass
from etude.diagnoses.retrained import proven
from etude.diagnoses.sizes import largest, learned_next_to_nothing
from etude.diagnoses.stretches import length_of
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers, meets_inputs_as_given
from etude.domain.observations import Fit, TensorSample
from etude.domain.retraining import Change

SEVERITY = Severity.WARNING
SKILLS = ("data-4", "model-8", "dev-3")
GUIDE = "TensorFlow tutorial: Basic regression: Predict fuel efficiency"
EXPLAINS = (*NUMBERS_GONE_WRONG, "targets_not_scaled")

# Standardised columns rarely go beyond 10; ages and percentages already reach this.
_LARGE = 30.0
# Single numbers, rows of a table, or steps of a series; pictures have a diagnosis of their own.
_RANKS = (1, 2, 3)
# A loss of this many times what the labels measure, from inputs of this size, is theirs.
_HUGE = 1000.0
_OF_ANY_SIZE = frozenset({
    *("Normalization", "BatchNormalization", "LayerNormalization", "GroupNormalization"),
    *("Rescaling", "Embedding", "Hashing", "Discretization", "CategoryEncoding"),
})  # fmt: skip


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.trainings:
        inputs, which = _of_a_table(fit)
        if inputs is None or inputs.nan:
            continue
        gained = proven(fit, Change.INPUTS)
        if gained or _seems_to_be_it(evidence, fit, inputs):
            came = f"after {length_of(fit)} the loss is {fit.series('loss')[-1]:.4g}"
            return Finding(
                line=fit.line,
                evidence=f"{which} between {inputs.low:.4g} and {inputs.high:.4g}, nothing scales them, "
                f"and {gained or came}",
                change="subtract each column's mean and divide by its standard deviation, both of the "
                "training part; or adapt a keras.layers.Normalization and make it the first layer",
                proven=bool(gained),
            )
    return None


def _seems_to_be_it(evidence: Evidence, fit: Fit, inputs: TensorSample) -> bool:
    """Whether everything points to it, where no other training has shown it."""
    if largest(inputs) < _LARGE:
        return False
    if not learned_next_to_nothing(fit) and not _is_out_of_proportion(fit, inputs):
        return False
    direct = meets_inputs_as_given(fit.model)
    return direct or first_weights_of_subclass(evidence.source, fit.model) is not None


def _is_out_of_proportion(fit: Fit, inputs: TensorSample) -> bool:
    """Whether a loss, of one's own perhaps, ends where only the size of the inputs can have driven it."""
    labels, losses = fit.train.part("1"), fit.series("loss")
    if labels is None or labels.high is None or largest(inputs) < _HUGE:
        return False
    return bool(losses) and losses[-1] >= _HUGE * max(1.0, largest(labels)) ** 2


def _of_a_table(fit: Fit) -> tuple[TensorSample | None, str]:
    """The inputs, or those of several that have the largest numbers, and a name for them: numbers,
    rows of them or steps of a series.
    """
    inputs = [one for one in fit.train.sample if one.path == "0" or one.path.startswith("0/")]
    if not inputs or any(len(one.shape) not in _RANKS for one in inputs):
        return None, ""
    if len(inputs) == 1:
        return (inputs[0], "the inputs lie") if inputs[0].path == "0" else (None, "")
    if any(layer.kind in _OF_ANY_SIZE for layer in all_layers(fit.model)):
        return None, ""  # which of the inputs goes there is not told
    return max(inputs, key=largest), "one of the inputs lies"
