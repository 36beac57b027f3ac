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

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pipelines import caches, draws_random, places, step, validation_pipelines
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Stage

SEVERITY = Severity.SILENT
SKILLS = ("image-4", "data-6")
GUIDE = "TensorFlow tutorial: Data augmentation"
EXPLAINS = ()

_CHANNELS = (1, 3, 4)
# Random numbers that a seed passed in decides, and no counter: the same on every pass.
_STATELESS = "Stateless"
_COUNTS = {"AssignAddVariableOp", "AssignVariableOp", "AssignSubVariableOp"}


def match(evidence: Evidence) -> Finding | None:
    for data in validation_pipelines(evidence):
        stage = _augmenting(data) if _are_labelled_pictures(data) else None
        if stage is not None:
            return Finding(
                line=stage.line or data.line,
                about=data.role,
                evidence=f"the {data.role} go through {step(stage)}, which draws random numbers for "
                "every picture",
                change="augment the training data alone, after the split; "
                "or put the random layers into the model",
            )
    return None


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
