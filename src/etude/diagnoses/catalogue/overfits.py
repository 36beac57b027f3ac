"""
The model learns its training examples by heart, and gets worse on others meanwhile.

## Why it hurts
Once the validation loss rises while the training loss falls, further epochs fit what is particular to the
training examples. The weights at the end are then worse than those of an earlier epoch, on everything the
model was made for. More varied data (augmentation), dropout, a smaller network, or stopping at the best
epoch help. It is the same where the validation loss does not rise but stands still, and the training examples are
known by heart: what is learned from then on is of no use to any other.

## Example
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(120, 20)).astype("float32")
    labels = (inputs[:, 0] + rng.normal(size=120) > 0).astype("int64")

    model = keras.Sequential([
        keras.Input((20,)),
        keras.layers.Dense(64, activation="relu"),
        keras.layers.Dense(64, activation="relu"),
        keras.layers.Dense(2),
    ])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss=loss, metrics=["accuracy"])
    model.fit(inputs[:60], labels[:60], validation_data=(inputs[60:], labels[60:]), epochs=15, verbose=0)

## Instead
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(120, 20)).astype("float32")
    labels = (inputs[:, 0] + rng.normal(size=120) > 0).astype("int64")

    model = keras.Sequential([
        keras.Input((20,)),
        keras.layers.Dense(64, activation="relu"),
        keras.layers.Dropout(0.5),
        keras.layers.Dense(2),
    ])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss=loss, metrics=["accuracy"])
    stop = keras.callbacks.EarlyStopping(patience=2, restore_best_weights=True)
    model.fit(
        inputs[:60],
        labels[:60],
        validation_data=(inputs[60:], labels[60:]),
        epochs=15,
        callbacks=[stop],
        verbose=0,
    )
"""

from etude.diagnoses.batch_statistics import unsettled
from etude.diagnoses.curves import accuracy, last_fit, standstill, turning_epoch
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.failures import no_number_missed
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.WARNING
SKILLS = ("model-10", "model-11", "model-12")
GUIDE = "TensorFlow tutorial: Overfit and underfit"
EXPLAINS = ()

_STOP = "stop at the best epoch (EarlyStopping with restore_best_weights)"
_LESS = "augmentation, dropout or a smaller network"
_MORE = "more data do most, and further epochs nothing"

_KNOWN_CALLBACKS = frozenset(
    {
        "BackupAndRestore",
        "CSVLogger",
        "EarlyStopping",
        "History",
        "LearningRateScheduler",
        "ModelCheckpoint",
        "ProgbarLogger",
        "ReduceLROnPlateau",
        "TensorBoard",
        "TerminateOnNaN",
    }
)


def match(evidence: Evidence) -> Finding | None:
    fit = last_fit(evidence.fits)
    if fit is None or _keeps_the_best(fit) or _handles_weights(evidence):
        return None
    turned, stood = turning_epoch(fit), standstill(fit)
    # While the averages of a batch normalisation are no good, validation tells of those alone.
    if no_number_missed(evidence) or unsettled(evidence, fit):
        return None
    if turned is not None:
        return Finding(
            line=fit.line, evidence=_rose(fit, turned), change=f"{_STOP}, then try {_LESS}"
        )
    if stood is not None:
        return Finding(line=fit.line, evidence=_stood(fit, stood), change=f"try {_LESS}; {_MORE}")
    return None


def _rose(fit: Fit, best: int) -> str:
    losses, judged = fit.series("loss"), fit.series("val_loss")
    return (
        f"the validation loss was lowest in epoch {best + 1} ({judged[best]:.3f}) and rose to "
        f"{judged[-1]:.3f} by epoch {len(judged)}, while the training loss fell to {losses[-1]:.3f}"
    )


def _stood(fit: Fit, best: int) -> str:
    losses, judged = fit.series("loss"), fit.series("val_loss")
    learned, others = accuracy(fit)[-1], accuracy(fit, of="val_")[-1]
    return (
        f"after epoch {best + 1} the validation loss came down no more ({judged[best]:.3f}, at the end "
        f"{judged[-1]:.3f}), while the training loss fell from {losses[best]:.3f} to {losses[-1]:.3f}: "
        f"{learned:.0%} of the training examples are named rightly, and {others:.0%} of the others"
    )


def _keeps_the_best(fit: Fit) -> bool:
    """Whether a callback brings back, or saves, the weights of the best epoch; one's own may."""
    return any(
        callback.kind not in _KNOWN_CALLBACKS
        or callback.options.get("restore_best_weights")
        or callback.options.get("save_best_only")
        for callback in fit.callbacks
    )


def _handles_weights(evidence: Evidence) -> bool:
    """Whether the program itself puts weights back."""
    return any(evidence.source.calls(name) for name in ("set_weights", "load_weights", "assign"))
