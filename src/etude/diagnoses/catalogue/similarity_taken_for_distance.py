"""
A contrastive loss is given a similarity where it expects a distance, so it separates what belongs together.

## Why it hurts
A contrastive loss makes a distance small for pairs that are alike and large for the others. A cosine, as of
`Dot(normalize=True)`, is large where two vectors are alike: the loss pushes it to 0 for like pairs and to the margin for
unlike ones. Two equal inputs have a cosine of 1 whatever the network learns, so it can do neither, and settles on one number
for all pairs.

## Example
    import keras
    import numpy as np
    from keras import ops

    rng = np.random.default_rng(0)
    kinds = rng.integers(0, 3, 200)
    points = np.eye(3)[kinds] + rng.normal(0, 0.1, (200, 3))
    first, second = rng.integers(0, 200, 300), rng.integers(0, 200, 300)
    alike = (kinds[first] == kinds[second]).astype("float32")


    def contrastive_loss(alike, distance):
        return ops.mean(alike * distance**2 + (1 - alike) * ops.maximum(1 - distance, 0) ** 2)


    encoder = keras.layers.Dense(4, activation="relu")
    a, b = keras.Input((3,)), keras.Input((3,))
    model = keras.Model([a, b], keras.layers.Dot(axes=1, normalize=True)([encoder(a), encoder(b)]))
    model.compile("adam", contrastive_loss)
    model.fit([points[first], points[second]], alike, epochs=3, verbose=0)

## Instead
    import keras
    import numpy as np
    from keras import ops

    rng = np.random.default_rng(0)
    kinds = rng.integers(0, 3, 200)
    points = np.eye(3)[kinds] + rng.normal(0, 0.1, (200, 3))
    first, second = rng.integers(0, 200, 300), rng.integers(0, 200, 300)
    alike = (kinds[first] == kinds[second]).astype("float32")


    def contrastive_loss(alike, distance):
        return ops.mean(alike * distance**2 + (1 - alike) * ops.maximum(1 - distance, 0) ** 2)


    encoder = keras.layers.Dense(4)
    a, b = keras.Input((3,)), keras.Input((3,))
    cosine = keras.layers.Dot(axes=1, normalize=True)([encoder(a), encoder(b)])
    model = keras.Model([a, b], 1 - cosine)
    model.compile("adam", contrastive_loss)
    model.fit([points[first], points[second]], alike, epochs=3, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.own_measures import own_loss
from etude.diagnoses.pair_losses import pulled
from etude.diagnoses.places import layer_line
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.network import fed_by, find_layer
from etude.domain.observations import Fit, Layer, Model

SEVERITY = Severity.SILENT
SKILLS = ("train-2", "model-3", "dev-3")
GUIDE = "Keras example: Image similarity estimation using a Siamese Network with a contrastive loss"
EXPLAINS = (*NOTHING_LEARNED, "accuracy_of_a_distance")

# Of what the best single answer for all pairs costs, share * (1 - share); who tells pairs apart pays far less.
# Where label 1 means "different", a cosine is just what such a loss wants, and training goes well.
_NOT_LEARNED = 0.8
_FEWEST_EPOCHS = 2
_SAME_NUMBERS = ("Flatten", "Reshape", "Activation", "Squeeze", "ExpandDims")


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for fit in evidence.fits:
        cosine = _cosine_given(fit.model)
        losses = fit.model.compiled.losses if fit.model.compiled else ()
        function = own_loss(source, losses[0].name) if len(losses) == 1 else None
        found = pulled(source, function) if cosine is not None and function is not None else None
        if cosine is None or found is None or not _is_as_bad_as_one_answer(fit):
            continue
        label = 1 if found.sign > 0 else 0
        return Finding(
            line=layer_line(source, fit.model, cosine),
            about=cosine.name,
            evidence="Dot(normalize=True) gives a cosine, which is largest for pairs that are alike; the loss in line "
            f"{found.line} pushes it to 0 for the pairs of label {label} and up to the margin for the others, and ended at "
            f"{fit.series('loss')[-1]:.3g}",
            change="let the model give a distance, 1 - cosine or the length of the difference; for labels that are "
            f"{1 - label} for like pairs this loss would be right as it is",
        )
    return None


def _cosine_given(model: Model) -> Layer | None:
    """The layer whose cosines are the outputs of the model."""
    path = model.outputs[0].path if len(model.outputs) == 1 else ""
    layer = find_layer(model.layers, path)
    while layer is not None and layer.kind in _SAME_NUMBERS and fed_by(model.layers, path):
        path = fed_by(model.layers, path)[0]
        layer = find_layer(model.layers, path)
    is_cosine = layer is not None and layer.kind == "Dot" and layer.config.get("normalize")
    return layer if is_cosine else None


def _is_as_bad_as_one_answer(fit: Fit) -> bool:
    labels, losses = fit.train.part("1"), fit.series("loss")
    ones = labels.mean if labels is not None and labels.mean is not None else 0.0
    return len(losses) >= _FEWEST_EPOCHS and losses[-1] >= _NOT_LEARNED * ones * (1 - ones) > 0
