"""
The training ended too early to have learned what it could.

## Why it hurts
A network improves a little with every epoch. Stopped after a few, it is worse than it could be for no other
reason than that; its curves show it, since training and validation loss both still go down at the end. More
epochs cost only time, and early stopping ends them when nothing more is gained. `fit` without `epochs` goes through the
data once: of a few hundred examples that makes a handful of steps, and a forest or a line fitted to them is far ahead. The
same with forty examples in batches of 32: an epoch is two steps then, and fifty epochs are a hundred.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(256, 2)).astype("float32")
    labels = (inputs[:, 0] + inputs[:, 1] > 0).astype("int64")

    model = keras.Sequential([
        keras.Input((2,)),
        keras.layers.Dense(2, kernel_initializer="zeros"),
    ])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(0.003), loss=loss)
    model.fit(inputs, labels, epochs=3, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(256, 2)).astype("float32")
    labels = (inputs[:, 0] + inputs[:, 1] > 0).astype("int64")

    model = keras.Sequential([
        keras.Input((2,)),
        keras.layers.Dense(2, kernel_initializer="zeros"),
    ])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(0.03), loss=loss)
    model.fit(inputs, labels, epochs=20, verbose=0)
"""

import ast
import math
from collections.abc import Sequence

from etude.diagnoses.batches import batches_per_epoch, number
from etude.diagnoses.curves import cost_of_knowing_nothing, cost_of_the_mean, last_fit
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.failures import no_number_missed
from etude.diagnoses.names import given
from etude.diagnoses.places import call_at
from etude.diagnoses.training_health import is_adaptive, learning_rate
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit
from etude.domain.verdict import Measurement, Status
from etude.domain.what_if import AS_IT_IS

SEVERITY = Severity.WARNING
SKILLS = ("model-10", "dev-3")
GUIDE = "TensorFlow tutorial: Overfit and underfit"
EXPLAINS = ()

# A loss that falls by this share per epoch has not levelled off; less is the noise between epochs.
_FALLING = 0.02
_LAST_EPOCHS = 2
# Above this share of the loss of guessing, ln K for K classes, little has been learned.
_HARDLY_LEARNED = 0.8
# Numbers that nobody can learn from these inputs end at 1; above this not even their mean is found.
# A first try of fewer epochs is no training yet.
_FAR_FROM_THE_MEAN, _FEWEST_EPOCHS = 1.5, 5
# Even a straight line takes more steps than this at Keras's usual learning rates.
_FEW_STEPS = 20
# Of one pass nobody expects much who has chosen it; who left it to Keras may not know. A hundred
# steps may do for an easy table.
_FEW_STEPS_OF_A_PASS = 50
# A training that was meant, of rows so few that all of its epochs are no more steps than this: Adam moves a weight by
# about its rate in each, which does not lead far from where new weights are.
_MEANT, _FEW_BATCHES_OF_ROWS, _STEPS_IN_ALL, _MOVED = 20, 2, 150, 0.15
_NOTHING_LEARNED = 0.9  # of what knowing nothing costs
_EPOCHS_POSITION = 3  # fit(x, y, batch_size, epochs, ...)
_ASKING = ("Model.evaluate", "Model.predict")
# So many batches to an epoch, and larger than anybody needs: the batches are what is wrong.
_FEW_BATCHES, _LARGE_BATCH = 2, 256


def match(evidence: Evidence) -> Finding | None:
    fit = last_fit(evidence.fits)
    if fit is None or _ended_by_stopping(fit) or no_number_missed(evidence):
        return None
    losses = fit.series("loss")
    if _takes_all_at_once(fit):
        return _all_at_once(evidence, fit)
    if _is_one_pass_by_default(evidence, fit):
        return _one_pass(fit)
    if _rows_make_few_steps(fit):
        return _few_rows(evidence, fit)
    if not _still_falling(fit):
        return None
    missed = _missed_bar(evidence, fit)
    if missed is None and not _hardly_learned(fit, losses[-1]):
        return None
    came = f"; the model reached {missed:.3f} on hidden examples" if missed is not None else ""
    return Finding(
        line=_line_of("epochs", fit, evidence),
        evidence=f"the loss fell from {losses[0]:.3f} to {losses[-1]:.3f} in {len(losses)} epochs, and by "
        f"{_last_fall(losses):.0%} in the last two{came}",
        change="train for several times as many epochs, and let EarlyStopping end it",
    )


def _takes_all_at_once(fit: Fit) -> bool:
    """Whether batches as large as the data left a whole training with a few steps.

    A few steps alone tell nothing: that is how every first try of a program is run.
    """
    losses, batches = fit.series("loss"), batches_per_epoch(fit)
    if len(losses) <= _LAST_EPOCHS or not 0 < batches * len(losses) <= _FEW_STEPS:
        return False
    large = batches <= _FEW_BATCHES and number(fit, "batch_size", 0) >= _LARGE_BATCH
    fell = math.isfinite(losses[-1]) and losses[-1] <= losses[0]
    return large and fell and not fit.model.iterations and _hardly_learned(fit, losses[-1])


def _all_at_once(evidence: Evidence, fit: Fit) -> Finding:
    losses, batches = fit.series("loss"), batches_per_epoch(fit)
    return Finding(
        line=_line_of("batch_size", fit, evidence),
        evidence=f"{len(losses)} x {batches} batches changed the weights {len(losses) * batches} times in all, and "
        f"the loss came to {losses[-1]:.3f}",
        change="one batch is one step: try batch_size=32, and more epochs",
    )


def _rows_make_few_steps(fit: Fit) -> bool:
    """Whether many epochs over few rows were few steps, too small ones to learn anything."""
    losses, batches, rate = fit.series("loss"), batches_per_epoch(fit), learning_rate(fit)
    steps = batches * len(losses)
    short = 0 < batches <= _FEW_BATCHES_OF_ROWS and steps <= _STEPS_IN_ALL
    if len(losses) < _MEANT or not short or fit.model.iterations or not is_adaptive(fit):
        return False
    nothing = cost_of_knowing_nothing(fit)
    unmoved = rate is not None and rate * steps <= _MOVED
    return unmoved and nothing > 0 and losses[-1] >= _NOTHING_LEARNED * nothing


def _few_rows(evidence: Evidence, fit: Fit) -> Finding:
    losses, batches = fit.series("loss"), batches_per_epoch(fit)
    return Finding(
        line=_line_of("batch_size", fit, evidence),
        evidence=f"an epoch is {batches} step{'s' * (batches > 1)} here, {len(losses)} of them are "
        f"{len(losses) * batches}; the loss came to {losses[-1]:.3g}, and knowing nothing costs "
        f"{cost_of_knowing_nothing(fit):.3g}",
        change="smaller batches make more steps of an epoch, batch_size=4 or so; then several times as many epochs, "
        "with EarlyStopping to end them",
    )


def _is_one_pass_by_default(evidence: Evidence, fit: Fit) -> bool:
    """Whether the only training went once through few data because nobody said how often, and the
    model was asked all the same.
    """
    call, batches = call_at(evidence.source, fit.line, "fit"), batches_per_epoch(fit)
    if call is None or given(call, "epochs", _EPOCHS_POSITION) is not None or _is_unpacked(call):
        return False
    asked = any(call.name in _ASKING for call in evidence.calls_with_model_of(fit))
    alone = len(evidence.trainings) == 1 and len(fit.epochs) == 1 and not fit.model.iterations
    return asked and alone and 0 < batches <= _FEW_STEPS_OF_A_PASS and _is_worse_than_guessing(fit)


def _is_unpacked(call: ast.Call) -> bool:
    """Whether arguments come in ``*args`` or ``**options``, so that epochs may be among them."""
    starred = any(isinstance(one, ast.Starred) for one in call.args)
    return starred or any(word.arg is None for word in call.keywords)


def _is_worse_than_guessing(fit: Fit) -> bool:
    loss, of_the_mean = fit.series("loss")[-1], cost_of_the_mean(fit)
    return loss > of_the_mean if of_the_mean else _hardly_learned(fit, loss)


def _one_pass(fit: Fit) -> Finding:
    batches = batches_per_epoch(fit)
    return Finding(
        line=fit.line,
        evidence=f"fit is not told how many epochs, which makes one: {batches} batches changed the weights "
        f"{batches} times in all, and the loss of that epoch is {fit.series('loss')[-1]:.3f}",
        change="epochs=100 or so in fit, with EarlyStopping to end them",
    )


def _ended_by_stopping(fit: Fit) -> bool:
    """Whether EarlyStopping has ended it before its last epoch, as the advice here would have it."""
    planned = fit.arguments.get("epochs")
    stopped = isinstance(planned, int) and len(fit.epochs) < planned and not fit.cut
    return stopped and any(callback.kind == "EarlyStopping" for callback in fit.callbacks)


def _still_falling(fit: Fit) -> bool:
    """Whether the last epochs brought the training loss down by a good part, and no other up."""
    losses, judged = fit.series("loss"), fit.series("val_loss")
    if len(losses) <= _LAST_EPOCHS or not all(map(math.isfinite, losses)):
        return False
    fell = losses[-1] <= losses[-1 - _LAST_EPOCHS] * (1 - _FALLING) ** _LAST_EPOCHS
    rose = any(series[-1] > min(series) * (1 + _FALLING) for series in (losses, judged) if series)
    return fell and not rose


def _missed_bar(evidence: Evidence, fit: Fit) -> float | None:
    """The score on hidden examples that missed its bar, when nothing else explains it: neither a
    change of inputs, nor that the file is asked about something else than what it learned.
    """
    for verdict in evidence.verdicts:
        missed = verdict.status is Status.FAILED and list(verdict.measured) == [AS_IT_IS]
        if missed and not _reached_here(fit, verdict.measurement):
            return verdict.measured[AS_IT_IS]
    return None


def _reached_here(fit: Fit, asked: Measurement | None) -> bool:
    """Whether the training's own examples are named as well as the hidden ones should be."""
    accuracies = fit.series("val_accuracy") or fit.series("accuracy")
    if asked is None or not accuracies or not asked.bars or "accuracy" not in asked.what:
        return False
    return asked.at_least and accuracies[-1] >= asked.bars[-1]


def _hardly_learned(fit: Fit, loss: float) -> bool:
    """Whether the loss is still near that of guessing, for numbers that of their mean."""
    of_the_mean = cost_of_the_mean(fit)
    if of_the_mean:
        return len(fit.epochs) >= _FEWEST_EPOCHS and loss > _FAR_FROM_THE_MEAN * of_the_mean
    compiled, outputs = fit.model.compiled, fit.model.outputs
    if compiled is None or len(compiled.losses) != 1 or not outputs or not outputs[0].shape:
        return False
    classes = outputs[0].shape[-1] or 0
    name = compiled.losses[0].name
    if name == "binary_crossentropy" and classes == 1:
        return loss > _HARDLY_LEARNED * math.log(2)
    guessing = name.endswith("categorical_crossentropy") and classes > 1
    return guessing and loss > _HARDLY_LEARNED * math.log(classes)


def _line_of(argument: str, fit: Fit, evidence: Evidence) -> int:
    for call in evidence.source.calls("fit"):
        if call.lineno <= fit.line <= (call.end_lineno or call.lineno):
            return evidence.source.line_of_argument(call, argument)
    return fit.line


def _last_fall(losses: Sequence[float]) -> float:
    return 1 - losses[-1] / losses[-1 - _LAST_EPOCHS]
