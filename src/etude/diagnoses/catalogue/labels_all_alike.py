"""
Every label that the network learns from is the same, so one answer is always right.

## Why it hurts
A network that never sees the other case learns to say the same whatever it is shown: the loss goes to 0, the accuracy to 1,
and nothing was learned of the inputs. It happens where only what was bought, clicked or found is written down, and
where a comparison or a cast has made all labels equal. Add examples of the other kind: for recommendations, pairs drawn
at random that nobody chose.

## Example
    import keras
    import numpy as np

    inputs = np.random.default_rng(0).normal(size=(64, 3)).astype("float32")
    labels = np.ones(64)

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(inputs, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    inputs = np.random.default_rng(0).normal(size=(64, 3)).astype("float32")
    labels = (inputs[:, 0] > 0).astype("float32")

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(inputs, labels, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.series import label_line
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("data-6", "model-7", "dev-3")
GUIDE = "Keras API: probabilistic losses"
EXPLAINS = NOTHING_LEARNED

_LOSSES = ("binary_crossentropy", "binary_focal_crossentropy", "sparse_categorical_crossentropy")
# Fewer may be alike in a first try of a program, or by chance.
_EXAMPLES = 20


def match(evidence: Evidence) -> Finding | None:
    # A generator learns from one label too, while the network that judges it learns from both.
    if len({fit.model.key for fit in evidence.fits}) != 1:
        return None
    label = {_only_label(fit) for fit in evidence.fits}
    fit = evidence.fits[0]
    if len(label) == 1 and (value := label.pop()) is not None:
        return Finding(
            line=label_line(evidence.source, fit),
            evidence=f"all of {fit.train.sample[-1].shape[0]} labels that fit learned from are {value:g}",
            change="add examples of the other classes, and count the labels once: np.unique(labels, return_counts=True)",
        )
    return None


def _only_label(fit: Fit) -> float | None:
    """The one label of all examples, where the whole network learns from classes in an array."""
    losses = [loss.name for loss in fit.model.compiled.losses] if fit.model.compiled else []
    labels = fit.train.part("1") if fit.train.kind == "arrays" else None
    frozen = fit.model.trainable_parameters < fit.model.parameters // 2
    if len(losses) != 1 or losses[0] not in _LOSSES or labels is None or frozen:
        return None
    one_each = len(labels.shape) == 1 or list(labels.shape[1:]) == [1]
    enough = one_each and labels.shape[0] >= _EXAMPLES and fit.train.cardinality == labels.shape[0]
    return labels.low if enough and labels.low == labels.high else None
