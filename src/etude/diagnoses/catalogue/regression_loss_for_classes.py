"""
The answers are yes or no, and the loss measures how far off an amount is.

## Why it hurts
A squared or absolute error takes the outputs of sigmoid and softmax for amounts. An answer that is wrong and certain costs 1
at most, and there both curves are flat: the gradient is next to nothing just where it is needed, and training stands still.
A cross-entropy grows without end the surer a wrong answer is, and its gradient is the plain difference between the two. The
absolute error besides has its lowest value where every doubtful example is given to the larger class.

## Example
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    rng = np.random.default_rng(0)
    centres = rng.normal(size=(5, 8)) * 2
    kinds = rng.integers(0, 5, 400)
    rows = (centres[kinds] + rng.normal(size=(400, 8))).astype("float32")
    labels = keras.utils.to_categorical(kinds, 5)

    model = keras.Sequential([
        keras.Input((8,)),
        keras.layers.Dense(16, activation="tanh"),
        keras.layers.Dense(5, activation="softmax"),
    ])
    model.compile(optimizer="sgd", loss="mse", metrics=["accuracy"])
    model.fit(rows, labels, epochs=10, verbose=0)

## Instead
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    rng = np.random.default_rng(0)
    centres = rng.normal(size=(5, 8)) * 2
    kinds = rng.integers(0, 5, 400)
    rows = (centres[kinds] + rng.normal(size=(400, 8))).astype("float32")
    labels = keras.utils.to_categorical(kinds, 5)

    model = keras.Sequential([
        keras.Input((8,)),
        keras.layers.Dense(16, activation="tanh"),
        keras.layers.Dense(5, activation="softmax"),
    ])
    model.compile(optimizer="sgd", loss="categorical_crossentropy", metrics=["accuracy"])
    model.fit(rows, labels, epochs=10, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import loss_line
from etude.diagnoses.retrained import is_needed_beside_others, proven
from etude.domain.finding import Finding, Severity
from etude.domain.heads import heads
from etude.domain.retraining import Change

# A squared error of probabilities is a score that can be learned from; that it was in the way here is
# what a second training shows.
SEVERITY = Severity.WARNING
SKILLS = ("model-8", "model-6")
GUIDE = "Keras API: probabilistic losses"
EXPLAINS = (
    *("stuck_at_majority", "trained_too_short", "predicts_constant", "vanishing_gradients"),
    "learning_rate_too_low",
)


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        gained = proven(fit, Change.LOSS)
        if not gained:
            continue
        softmax = any(head.activation == "softmax" for head in heads(fit.model))
        name = fit.model.compiled.losses[0].name if fit.model.compiled else ""
        return Finding(
            line=loss_line(evidence.source, fit.model),
            evidence=f"the labels are 0 and 1 and are learned by {name}: {gained}, measured by {name} all the same",
            change=f'loss="{"categorical" if softmax else "binary"}_crossentropy"',
            about=fit.model.name,
            proven=True,
            stands_alone=is_needed_beside_others(fit, Change.LOSS),
        )
    return None
