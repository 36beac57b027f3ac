"""
The model learns its training examples by heart, and gets worse on others meanwhile.

## Why it hurts
Once the validation loss rises while the training loss falls, further epochs fit what is particular to the
training examples. The weights at the end are then worse than those of an earlier epoch, on everything the
model was made for. More varied data (augmentation), dropout, a smaller network, or stopping at the best
epoch help.

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
from etude.diagnoses.curves import last_fit, turning_epoch
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.failures import no_number_missed
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.WARNING
SKILLS = ("model-10", "model-11", "model-12")
GUIDE = "TensorFlow tutorial: Overfit and underfit"
EXPLAINS = ()

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
    best = turning_epoch(fit)
    # While the averages of a batch normalisation are no good, validation tells of those alone.
    if best is None or no_number_missed(evidence) or unsettled(evidence, fit):
        return None
    losses, judged = fit.series("loss"), fit.series("val_loss")
    return Finding(
        line=fit.line,
        evidence=f"the validation loss was lowest in epoch {best + 1} ({judged[best]:.3f}) and rose to "
        f"{judged[-1]:.3f} by epoch {len(judged)}, while the training loss fell to {losses[-1]:.3f}",
        change="stop at the best epoch (EarlyStopping with restore_best_weights), then try "
        "augmentation, dropout or a smaller network",
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
