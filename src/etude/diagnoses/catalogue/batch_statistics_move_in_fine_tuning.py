"""
Fine-tuning moves the running statistics of a base that was called with `training=False`.

## Why it hurts
`base(inputs, training=False)` is meant to leave the means and variances of batch normalisation as they were
learned on a large data set. In a functional or sequential model Keras 3 overrides that argument: as soon as
the base is trainable, `fit` runs its batch normalisation in training mode, and the statistics drift towards
those of a few small batches. A good base can be worse after an epoch than before. Frozen
`BatchNormalization` layers stay as they are whatever `fit` says.

## Example
    import keras
    import numpy as np

    inputs = 5 + np.random.default_rng(0).normal(size=(320, 4)).astype("float32")
    targets = inputs[:, :1]
    base = keras.Sequential([
        keras.Input((4,)),
        keras.layers.Dense(8),
        keras.layers.BatchNormalization(),
        keras.layers.ReLU(),
    ])
    start = keras.Input((4,))
    model = keras.Model(start, keras.layers.Dense(1)(base(start, training=False)))

    base.trainable = True
    model.compile(optimizer=keras.optimizers.Adam(1e-5), loss="mse")
    model.fit(inputs, targets, epochs=2, verbose=0)

## Instead
    import keras
    import numpy as np

    inputs = 5 + np.random.default_rng(0).normal(size=(320, 4)).astype("float32")
    targets = inputs[:, :1]
    base = keras.Sequential([
        keras.Input((4,)),
        keras.layers.Dense(8),
        keras.layers.BatchNormalization(),
        keras.layers.ReLU(),
    ])
    start = keras.Input((4,))
    model = keras.Model(start, keras.layers.Dense(1)(base(start, training=False)))

    base.trainable = True
    for layer in base.layers:
        if isinstance(layer, keras.layers.BatchNormalization):
            layer.trainable = False
    model.compile(optimizer=keras.optimizers.Adam(1e-5), loss="mse")
    model.fit(inputs, targets, epochs=2, verbose=0)
"""

from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import MODEL_CALL
from etude.diagnoses.places import function_around
from etude.diagnoses.source import Source
from etude.domain.finding import Finding, Severity
from etude.domain.health import LayerHealth
from etude.domain.observations import Call, Fit

# A widely read tutorial does just this, and its base survives it: it is advice, not a verdict.
SEVERITY = Severity.WARNING
SKILLS = ("model-14", "model-11")
GUIDE = "Keras guide: Transfer learning & fine-tuning"
EXPLAINS = ()

# In standard deviations. A tenth is beyond what rounding or one odd batch does to a running mean.
_FAR = 0.1


def match(evidence: Evidence) -> Finding | None:
    for call in evidence.calls_of(MODEL_CALL):
        if not call.arguments["symbolic"] or call.arguments["training"] is not False:
            continue
        for fit in evidence.fits:
            moved = list(_moved(fit, call)) if _is_made_of(evidence.source, fit, call) else []
            if moved:
                worst = max(moved, key=lambda layer: layer.moved or 0.0)
                return Finding(
                    line=fit.line,
                    evidence=f"fit moved the running means of {len(moved)} batch normalisations of the "
                    f"model called with training=False in line {call.line}, those of {worst.name} by "
                    f"{worst.moved:.2g} standard deviations",
                    change="for layer in base.layers: set layer.trainable = False for each "
                    "BatchNormalization, then compile again",
                    about=worst.name,
                )
    return None


def _is_made_of(source: Source, fit: Fit, call: Call) -> bool:
    """Whether that call is a part of the model: what trained the base before is not meant."""
    same_place = function_around(source, fit.model.line) is function_around(source, call.line)
    return fit.model.kind == "functional" and same_place and fit.model.line >= call.line


def _moved(fit: Fit, call: Call) -> Iterator[LayerHealth]:
    """Normalisations inside the model of that call that went on counting."""
    inside = {
        layer.name
        for outer in fit.model.layers
        if outer.layers and outer.name == call.arguments.get("name")
        for layer in outer.layers
    }
    for layer in fit.health.layers if fit.health else ():
        if layer.name in inside and (layer.moved or 0.0) >= _FAR:
            yield layer
