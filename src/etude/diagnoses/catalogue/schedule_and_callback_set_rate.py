"""
A callback sets the learning rate of an optimizer whose rate follows a schedule.

## Why it hurts
An optimizer that was made with a schedule works its rate out of the number of steps, each time anew. `ReduceLROnPlateau` and
`LearningRateScheduler` write a number into the rate, and there is no place for it: the training stops with a `TypeError` as soon as
the callback wants to act, which may be many epochs in.

## Example
    import keras
    import numpy as np

    features = np.random.default_rng(0).normal(size=(32, 4)).astype("float32")
    labels = features.sum(axis=1)
    schedule = keras.optimizers.schedules.ExponentialDecay(0.01, decay_steps=100, decay_rate=0.9)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.Adam(schedule), loss="mse")
    slower = keras.callbacks.LearningRateScheduler(lambda epoch, rate: 0.9 * rate)
    model.fit(features, labels, epochs=2, callbacks=[slower], verbose=0)

## Instead
    import keras
    import numpy as np

    features = np.random.default_rng(0).normal(size=(32, 4)).astype("float32")
    labels = features.sum(axis=1)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
    slower = keras.callbacks.LearningRateScheduler(lambda epoch, rate: 0.9 * rate)
    model.fit(features, labels, epochs=2, callbacks=[slower], verbose=0)
"""

from etude.diagnoses.callbacks import callbacks_of
from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-12", "dev-3")
GUIDE = "Keras API: ReduceLROnPlateau"
EXPLAINS = ()

_SCHEDULED = "LearningRateSchedule"
_REFUSED = "not settable"
_SETTERS = ("ReduceLROnPlateau", "LearningRateScheduler")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or _SCHEDULED not in error.message or _REFUSED not in error.message:
        return None
    line, setter = _setter(evidence)
    return Finding(
        line=line or error.line,
        about=setter,
        evidence=f"{setter or 'this line'} sets the learning rate, and the optimizer was made with a schedule, which "
        "decides it by itself",
        change="keep one of the two: a number as learning_rate with the callback, or the schedule without it",
    )


def _setter(evidence: Evidence) -> tuple[int, str]:
    """Line and class of the callback that wanted to act; nothing where the program did it itself."""
    unfinished = [fit for fit in evidence.fits if not fit.finished]
    found = [callback for _, callback in callbacks_of(unfinished[-1:], *_SETTERS)]
    return (found[0].line, found[0].kind) if found else (0, "")
