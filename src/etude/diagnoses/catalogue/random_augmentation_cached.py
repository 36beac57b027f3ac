"""
Random augmentation before the cache is drawn once and then kept.

## Why it hurts
Augmentation shows the network each picture in a new way in every epoch. The cache stores what reaches it,
so with the random `map` below it every epoch shows the very pictures of the first: the network memorises
them as if nothing were random.

## Example
    import numpy as np
    import tensorflow as tf

    images = np.random.default_rng(0).uniform(0, 1, (16, 8, 8, 3)).astype("float32")
    labels = np.random.default_rng(0).integers(0, 2, 16)

    training_data = tf.data.Dataset.from_tensor_slices((images, labels))
    training_data = training_data.map(lambda x, y: (tf.image.random_flip_left_right(x), y))
    training_data = training_data.cache().shuffle(16).batch(4)

## Instead
    import numpy as np
    import tensorflow as tf

    images = np.random.default_rng(0).uniform(0, 1, (16, 8, 8, 3)).astype("float32")
    labels = np.random.default_rng(0).integers(0, 2, 16)

    training_data = tf.data.Dataset.from_tensor_slices((images, labels))
    training_data = training_data.cache()
    training_data = training_data.map(lambda x, y: (tf.image.random_flip_left_right(x), y))
    training_data = training_data.shuffle(16).batch(4)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pipelines import caches, draws_random, places, step, training_pipelines
from etude.diagnoses.pixels import pictures
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("image-4", "data-7", "model-11")
GUIDE = "TensorFlow tutorial: Data augmentation"
EXPLAINS = ("overfits",)


def match(evidence: Evidence) -> Finding | None:
    for data in training_pipelines(evidence):
        caching = places(data, caches)
        random = [i for i in places(data, draws_random) if caching and i < caching[-1]]
        if not random or pictures(data) is None:  # noise fixed on purpose is usual elsewhere
            continue
        augment, cache = data.stages[random[-1]], data.stages[caching[-1]]
        return Finding(
            line=cache.line or data.line,
            about=data.role,
            evidence=f"{step(augment)} draws random numbers, and {step(cache)} keeps what it gave in "
            "the first epoch",
            change="move cache above the random map",
        )
    return None
