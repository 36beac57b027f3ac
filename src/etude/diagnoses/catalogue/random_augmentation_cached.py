"""
A cache makes random augmentation the same in every epoch.

## Why it hurts
Augmentation shows the network each picture in a new way in every epoch. The cache stores what reaches it,
so with the random `map` below it every epoch shows the very pictures of the first: the network memorises
them as if nothing were random.

Below the cache the random `map` is drawn anew, but that alone is not enough. Once `keras.utils.set_random_seed` has been
called, TensorFlow begins its random numbers from the start on every pass; a cache gives the pictures in the same order
on every pass, so each of them meets the very numbers that it met before. A `shuffle` between the two deals the
numbers to other pictures every time: cache, then shuffle, then the random `map`.

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
    training_data = training_data.cache().shuffle(16)
    training_data = training_data.map(lambda x, y: (tf.image.random_flip_left_right(x), y))
    training_data = training_data.batch(4)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pipelines import (
    caches,
    draws_random,
    places,
    refused,
    reshuffles,
    several_copies,
    step,
    training_pipelines,
)
from etude.diagnoses.pixels import pictures
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data

SEVERITY = Severity.SILENT
SKILLS = ("image-4", "data-7", "model-11")
GUIDE = "TensorFlow tutorial: Data augmentation"
EXPLAINS = ("overfits",)


def match(evidence: Evidence) -> Finding | None:
    for data in training_pipelines(evidence):
        if pictures(data) is None:  # noise fixed on purpose is usual elsewhere
            continue
        if found := _kept(data) or _met_again(evidence, data):
            return found
    return None


def _kept(data: Data) -> Finding | None:
    caching = places(data, caches)
    random = [i for i in places(data, draws_random) if caching and i < caching[-1]]
    if not random:
        return None
    augment, cache = data.stages[random[-1]], data.stages[caching[-1]]
    return Finding(
        line=cache.line or data.line,
        about=data.role,
        evidence=f"{step(augment)} draws random numbers, and {step(cache)} keeps what it gave in "
        "the first epoch",
        change="cache first, then shuffle, and only then the random map",
        mild=several_copies(data.stages[: caching[-1]]),
    )


def _met_again(evidence: Evidence, data: Data) -> Finding | None:
    """A check saw the same pictures twice, though the random map comes after the cache."""
    if not any(facts["drawn"] for facts in refused(evidence, "drawn")):
        return None
    caching, random = places(data, caches), places(data, draws_random)
    if not caching or not random:
        return None
    if any(map(reshuffles, data.stages[caching[-1] : random[-1]])):  # one above the cache is kept
        return None
    cache, augment = data.stages[caching[-1]], data.stages[random[-1]]
    return Finding(
        line=augment.line or data.line,
        about=data.role,
        evidence=f"{step(cache)} gives the pictures in the same order on every pass, and the seed makes "
        f"{step(augment)} draw the same numbers in that order",
        change="shuffle between cache and the random map, so that each picture meets other numbers",
    )
