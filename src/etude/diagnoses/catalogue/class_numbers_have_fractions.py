"""
Class numbers have been averaged or divided, so that there are numbers between the classes.

## Why it hurts
`tf.image.resize` mixes neighbouring pixels. Of a mask, where 1 is a cat and 3 is a tree, it makes a 2 between them,
which is a dog, or a 1.7. A sparse cross-entropy cuts fractions off without a word, so every edge is labelled
as a class that is not there. Dividing a mask by 255 leaves nothing but class 0.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    rng = np.random.default_rng(0)
    pictures = rng.random((32, 12, 12, 1)).astype("float32")
    masks = (pictures * 3).astype("uint8")


    def prepare(picture, mask):
        picture = tf.image.resize(picture, (8, 8))
        return picture, tf.image.resize(mask, (8, 8))


    dataset = tf.data.Dataset.from_tensor_slices((pictures, masks)).shuffle(32).map(prepare).batch(8)
    model = keras.Sequential([
        keras.Input((8, 8, 1)),
        keras.layers.Conv2D(3, 1, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(dataset, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    rng = np.random.default_rng(0)
    pictures = rng.random((32, 12, 12, 1)).astype("float32")
    masks = (pictures * 3).astype("uint8")


    def prepare(picture, mask):
        picture = tf.image.resize(picture, (8, 8))
        return picture, tf.image.resize(mask, (8, 8), method="nearest")


    dataset = tf.data.Dataset.from_tensor_slices((pictures, masks)).shuffle(32).map(prepare).batch(8)
    model = keras.Sequential([
        keras.Input((8, 8, 1)),
        keras.layers.Conv2D(3, 1, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(dataset, verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Labels, Output, outputs
from etude.diagnoses.names import given, names_in
from etude.diagnoses.source import Source, call_line
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.heads import SPARSE_LOSSES

SEVERITY = Severity.SILENT
SKILLS = ("image-3", "model-6", "data-5")
GUIDE = "TensorFlow tutorial: Image segmentation"
EXPLAINS = NOTHING_LEARNED

# Whole labels of so few classes are told one by one (``worker.tensors``); others have fractions.
_MOST_DISTINCT = 32
_LABEL_WORDS = ("mask", "label", "annot", "seg", "target", "truth", "lbl", "msk")
_METHOD = 2  # tf.image.resize(images, size, method)
_NEAREST = "nearest"


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        if output.loss not in SPARSE_LOSSES:
            continue
        resized = next(_smoothed(evidence.source), 0) if _per_pixel(output) else 0
        for labels in output.labels:
            if _have_fractions(labels):
                return _finding(output, labels, resized)
    return None


def _have_fractions(labels: Labels) -> bool:
    if not labels.has_fractions or labels.low is None or labels.high is None:
        return False
    return 0 <= labels.low < labels.high < _MOST_DISTINCT


def _per_pixel(output: Output) -> bool:
    return output.head.shape is not None and len(output.head.shape) > 2


def _smoothed(source: Source) -> Iterator[int]:
    """Lines that resize what is called a mask, between pixels rather than to the nearest."""
    for call in source.calls("resize"):
        method = given(call, "method", _METHOD)
        words = [name.lower() for name in names_in(*call.args[:1])]
        smooth = method is None or _NEAREST not in ast.unparse(method).lower()
        if smooth and any(word in name for name in words for word in _LABEL_WORDS):
            yield call_line(call)


def _finding(output: Output, labels: Labels, resized: int) -> Finding:
    fit_line = output.fit.line if output.fit else output.model.line
    return Finding(
        line=resized or fit_line,
        about=output.model.name,
        evidence=f"the labels given to {labels.role} go from {labels.low:.4g} to {labels.high:.4g} with "
        f"numbers between the whole ones, and {output.loss} cuts what is behind the point",
        change=f'resize masks with method="{_NEAREST}"'
        if resized
        else "leave class numbers whole: do not scale, divide or average them; amounts are no classes, and need Dense(1) "
        'and loss="mse"',
    )
