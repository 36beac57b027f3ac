"""
`class_weight` is given for labels that have a class in every pixel, or at every step.

## Why it hurts
Keras turns `class_weight` into one weight for each example, which needs one class for each example. A mask has a class in
every pixel and tags of a sequence one at every step, so `fit` stops in the middle of Keras, with a message about arrays
and numbers. Weights for pixels or steps go along as `sample_weight`, in the shape of the mask.

## Example
    import keras
    import numpy as np

    pictures = np.zeros((8, 6, 6, 1))
    masks = np.zeros((8, 6, 6), "int32")
    model = keras.Sequential([keras.Input((6, 6, 1)), keras.layers.Conv2D(2, 1, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(pictures, masks, class_weight={0: 1.0, 1: 5.0}, verbose=0)

## Instead
    import keras
    import numpy as np

    pictures = np.zeros((8, 6, 6, 1))
    masks = np.zeros((8, 6, 6), "int32")
    weights = np.array([1.0, 5.0])[masks]
    model = keras.Sequential([keras.Input((6, 6, 1)), keras.layers.Conv2D(2, 1, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(pictures, masks, sample_weight=weights, verbose=0)
"""

from etude.diagnoses.callbacks import fit_argument_line
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.stops import told_shape
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit, Shape

SEVERITY = Severity.ERROR
SKILLS = ("model-15", "image-7")
GUIDE = "TensorFlow tutorial: Image segmentation"
EXPLAINS = (
    "array_taken_for_one_number",
    "class_weight_misses_class",
)

_RAISED_BY = "class_weight_to_sample_weights"
# Examples alone, or examples with one column for each class.
_MOST_AXES = 2
# Examples, height, width and channels.
_PICTURES = 4


def match(evidence: Evidence) -> Finding | None:
    if evidence.error is None or _RAISED_BY not in evidence.error.raised_by:
        return None
    for fit in evidence.fits:
        shape = _labels(fit)
        if fit.line == evidence.error.line and shape is not None and len(shape) > _MOST_AXES:
            part, labels = _part(fit)
            return Finding(
                line=fit_argument_line(evidence.source, fit, "class_weight"),
                evidence=f"the labels have the shape {told_shape(shape)}, a class for every {part}, and class_weight "
                "gives weights to whole examples",
                change=f"sample_weight=np.array([...])[{labels}], one weight for each {part}, in place of class_weight",
            )
    return None


def _part(fit: Fit) -> tuple[str, str]:
    """What the labels give a class to, and how their class numbers are written."""
    axes = max((len(tensor.shape or ()) for tensor in fit.model.inputs), default=0)
    part, labels = ("pixel", "masks") if axes >= _PICTURES else ("step", "labels")
    losses = fit.model.compiled.losses if fit.model.compiled else ()
    one_hot = any(loss.name == "categorical_crossentropy" for loss in losses)
    return part, f"{labels}.argmax(axis=-1)" if one_hot else labels


def _labels(fit: Fit) -> Shape:
    sample = fit.train.part("1")
    if sample is not None:
        return [None, *sample.shape[1:]]
    return next((spec.shape for spec in fit.train.spec if spec.path == "1"), None)
