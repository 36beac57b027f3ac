"""
`steps_per_epoch` asks for other epochs than the data give, so some epochs are cut short.

## Why it hurts
With `steps_per_epoch` Keras goes on where the last epoch stopped, until the data end in the middle of an
epoch. Five batches taken four at a time make epochs of 4, 1, 4, 1 batches: the loss of every second epoch
comes from one batch, schedules and early stopping judge by it, and half of the training is missing. When more
batches are asked for than there are, every epoch ends early. A Python generator cannot begin anew at all: one whose
loop ends after a pass leaves the next epoch without a single batch.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    x = np.random.default_rng(0).normal(size=(70, 4)).astype("float32")
    training_data = tf.data.Dataset.from_tensor_slices((x, x[:, :1])).shuffle(70).batch(16)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(
        training_data,
        epochs=4,
        steps_per_epoch=70 // 16,
        verbose=0,
    )

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    x = np.random.default_rng(0).normal(size=(70, 4)).astype("float32")
    training_data = tf.data.Dataset.from_tensor_slices((x, x[:, :1])).shuffle(70).batch(16)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(training_data, epochs=4, verbose=0)
"""

from collections.abc import Sequence

from etude.diagnoses.batches import batches_in_a_pass, number
from etude.diagnoses.callbacks import fit_argument_line
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("data-7", "model-10", "dev-3")
GUIDE = "TensorFlow guide: Training and evaluation with the built-in methods"
EXPLAINS = (*NOTHING_LEARNED, "steps_count_examples")

_CHANGE = "leave steps_per_epoch out, so that an epoch is one pass"
_OR_REPEAT = "; or end the pipeline in repeat()"
_SAID_BY_KERAS = "ran out of data"


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        steps, batches = fit.arguments.get("steps_per_epoch"), batches_in_a_pass(fit)
        if not isinstance(steps, int) or steps < 1 or batches < 1:
            continue
        problem = _problem(steps, batches, _epochs(fit))
        if problem:
            return Finding(
                line=fit_argument_line(evidence.source, fit, "steps_per_epoch"),
                evidence=f"fit asks for {steps} batches an epoch and the data hold {batches}: {problem}",
                change=_CHANGE + _OR_REPEAT * (fit.train.kind == "dataset"),
            )
    return _used_up(evidence)


def _used_up(evidence: Evidence) -> Finding | None:
    """A generator that ends, as Keras noticed while it trained on it."""
    for fit in evidence.fits:
        warned = any(
            _SAID_BY_KERAS in warning.message and warning.line == fit.line
            for warning in evidence.warnings
        )
        steps = fit.arguments.get("steps_per_epoch")
        empty = [place for place, loss in enumerate(fit.series("loss"), start=1) if loss == 0.0]
        told = _told(empty, steps, len(fit.epochs))
        if warned and fit.train.kind == "other" and told:
            return Finding(
                line=fit_argument_line(evidence.source, fit, "steps_per_epoch"),
                evidence=f"the generator came to its end, and {told}",
                change="let the generator begin again by itself, with while True around its loop, or give fit "
                "a PyDataset or a tf.data pipeline, which it can begin anew",
            )
    return None


def _told(empty: Sequence[int], steps: object, epochs: int) -> str:
    """What shows that batches were missing; Keras warns as well when the last epoch just ends."""
    if empty and len(empty) < epochs:
        return f"epoch {empty[0]} had no batch: its loss is 0.0"
    if isinstance(steps, int) and epochs > 1:
        return f"fit had asked for {steps} batches an epoch, {steps * epochs} in all (batches, not examples)"
    return ""


def _problem(steps: int, batches: int, epochs: int) -> str:
    if steps > batches:
        return "every epoch ends before that"
    if steps * epochs <= batches or batches % steps == 0:
        return ""
    period = batches // steps + 1
    every = "every second epoch" if period == 2 else f"one epoch in {period}"
    return f"{every} gets only {batches % steps} of them"


def _epochs(fit: Fit) -> int:
    return int(number(fit, "epochs", 1) - number(fit, "initial_epoch", 0))
