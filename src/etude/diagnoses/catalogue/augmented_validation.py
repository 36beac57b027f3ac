"""
The validation pictures are augmented at random, like those of the training.

## Why it hurts
Augmentation makes training harder on purpose. Validation is to tell how the network does on pictures as they
are; turned and cropped at random they are other pictures on every pass, so the score is noisy and too low,
and two epochs cannot be compared. Inside the model a random layer switches itself off when the model is
judged; in `map` nothing does.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    rng = np.random.default_rng(0)
    images = rng.uniform(0, 1, (24, 8, 8, 3)).astype("float32")
    labels = rng.integers(0, 2, 24)


    def augment(image, label):
        return tf.image.random_flip_left_right(image), label


    data = tf.data.Dataset.from_tensor_slices((images, labels))
    data = data.map(augment)
    training_data = data.skip(8).shuffle(16).batch(8)
    validation_data = data.take(8).batch(8)

    model = keras.Sequential([
        keras.Input((8, 8, 3)),
        keras.layers.Conv2D(2, 3, activation="relu"),
        keras.layers.GlobalAveragePooling2D(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(training_data, validation_data=validation_data, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    rng = np.random.default_rng(0)
    images = rng.uniform(0, 1, (24, 8, 8, 3)).astype("float32")
    labels = rng.integers(0, 2, 24)


    def augment(image, label):
        return tf.image.random_flip_left_right(image), label


    data = tf.data.Dataset.from_tensor_slices((images, labels))
    training_data = data.skip(8).map(augment).shuffle(16).batch(8)
    validation_data = data.take(8).batch(8)

    model = keras.Sequential([
        keras.Input((8, 8, 3)),
        keras.layers.Conv2D(2, 3, activation="relu"),
        keras.layers.GlobalAveragePooling2D(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(training_data, validation_data=validation_data, verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import given, value_of
from etude.diagnoses.pipelines import caches, draws_random, places, step, validation_pipelines
from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source, call_line, constant, dotted_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Stage

SEVERITY = Severity.SILENT
SKILLS = ("image-4", "data-6")
GUIDE = "TensorFlow tutorial: Data augmentation"
EXPLAINS = ()

_CHANNELS = (1, 3, 4)
_POSITION = 7  # fit(x, y, batch_size, epochs, verbose, callbacks, split, data)
# Random numbers that a seed passed in decides, and no counter: the same on every pass.
_STATELESS = "Stateless"
_COUNTS = {"AssignAddVariableOp", "AssignVariableOp", "AssignSubVariableOp"}


# Arguments of ImageDataGenerator that change every picture at random.
_RANDOM_ARGUMENTS = {
    *("rotation_range", "width_shift_range", "height_shift_range", "brightness_range"),
    *("shear_range", "zoom_range", "channel_shift_range", "horizontal_flip", "vertical_flip"),
}


def match(evidence: Evidence) -> Finding | None:
    return _by_map(evidence) or _by_generator(evidence)


def _by_map(evidence: Evidence) -> Finding | None:
    for data in validation_pipelines(evidence):
        stage = _augmenting(data) if _are_labelled_pictures(data) else None
        if stage is not None:
            return Finding(
                line=stage.line or data.line,
                about=data.role,
                evidence=f"the {_name(data)} go through {step(stage)}, which draws random numbers for "
                "every picture",
                change="augment the training data alone, after the split; "
                "or put the random layers into the model",
            )
    return None


def _name(data: Data) -> str:
    return data.role if data.role.endswith("data") else f"{data.role} data"


def _by_generator(evidence: Evidence) -> Finding | None:
    """Pictures read by an ``ImageDataGenerator`` that is to augment the training."""
    source = evidence.source
    for fit in evidence.fits:
        call = call_at(source, fit.line, "fit")
        reader = _value(source, given(call, "validation_data", _POSITION) if call else None)
        if reader is None or not isinstance(reader.func, ast.Attribute):
            continue
        made = _value(source, reader.func.value)
        names = _random_arguments(made) if made else []
        if made and names:
            return Finding(
                line=call_line(reader),
                about="validation",
                evidence=f"the validation data are read by the generator of line {made.lineno}, which "
                f"augments with {', '.join(names)}",
                change="read the validation pictures with an ImageDataGenerator of their own that only "
                "rescales; or use image_dataset_from_directory and random layers in the model",
            )
    return None


def _value(source: Source, node: ast.expr | None) -> ast.Call | None:
    """The call that a name stands for."""
    if isinstance(node, ast.Name):
        node = value_of(source, node.id, before=node.lineno)
    return node if isinstance(node, ast.Call) else None


def _random_arguments(call: ast.Call) -> list[str]:
    if not dotted_name(call.func).endswith("ImageDataGenerator"):
        return []
    given_ones = {k.arg: constant(k.value) for k in call.keywords if k.arg in _RANDOM_ARGUMENTS}
    return [name for name, value in given_ones.items() if name and value]


def _augmenting(data: Data) -> Stage | None:
    """The last random map; a cache above it makes the pictures at least the same each time."""
    random, caching = places(data, draws_random), places(data, caches)
    if not random or (caching and caching[-1] > random[-1]):
        return None
    return data.stages[random[-1]] if _differs(data.stages[random[-1]]) else None


def _differs(stage: Stage) -> bool:
    drawing = [op for op in stage.ops if "Random" in op or op == "Multinomial"]
    seeded = all(op.startswith(_STATELESS) for op in drawing)
    return not seeded or not _COUNTS.isdisjoint(stage.ops)


def _are_labelled_pictures(data: Data) -> bool:
    """Pictures with something smaller to tell of each; noise on pictures to be restored is meant."""
    shapes = [spec.shape for spec in data.spec]
    if len(shapes) < 2 or shapes[0] is None or shapes[1] is None:
        return False
    return len(shapes[0]) == 4 and shapes[0][3] in _CHANNELS and len(shapes[1]) <= 2
