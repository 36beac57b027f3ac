"""
A seed makes a random `map` draw the same numbers in every epoch, and for the same pictures.

## Why it hurts
Augmentation is meant to show the network each picture in a new way in every epoch. Every epoch begins a new pass over the
dataset, and with a seed, be it that of `tf.random.set_seed` or one given to the random function itself, a pass draws
its random numbers from the first on. Where the pictures come in the same order as well, each meets the very numbers that
it met before: there is one augmented version of it, as if nothing were random.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    keras.utils.set_random_seed(0)
    images = np.random.uniform(0, 1, (64, 8, 8, 3)).astype("float32")
    labels = np.random.randint(0, 2, 64)

    training_data = tf.data.Dataset.from_tensor_slices((images, labels))
    training_data = training_data.map(lambda x, y: (tf.image.random_flip_left_right(x), y))
    training_data = training_data.batch(16)

    model = keras.Sequential([
        keras.Input((8, 8, 3)), keras.layers.Flatten(), keras.layers.Dense(1, activation="sigmoid")
    ])
    model.compile("adam", "binary_crossentropy")
    model.fit(training_data, epochs=3, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    keras.utils.set_random_seed(0)
    images = np.random.uniform(0, 1, (64, 8, 8, 3)).astype("float32")
    labels = np.random.randint(0, 2, 64)

    training_data = tf.data.Dataset.from_tensor_slices((images, labels)).shuffle(64)
    training_data = training_data.map(lambda x, y: (tf.image.random_flip_left_right(x), y))
    training_data = training_data.batch(16)

    model = keras.Sequential([
        keras.Input((8, 8, 3)), keras.layers.Flatten(), keras.layers.Dense(1, activation="sigmoid")
    ])
    model.compile("adam", "binary_crossentropy")
    model.fit(training_data, epochs=3, verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import full_name
from etude.diagnoses.pipelines import caches, draws_random, reshuffles, step
from etude.diagnoses.pixels import pictures
from etude.diagnoses.seeds import scopes, setters_in
from etude.diagnoses.source import Source
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Fit, Stage
from etude.domain.own_loop import Loop

# The program does what it says; augmentation is less than it could be.
SEVERITY = Severity.WARNING
SKILLS = ("image-4", "data-7", "dev-7")
GUIDE = "TensorFlow tutorial: Data augmentation"
EXPLAINS = ("overfits",)

_RANDOM_FUNCTIONS = ("tensorflow.image.", "tensorflow.random.")
# After these stages the examples still come in the order in which they lie.
_IN_ORDER = frozenset({
    *("from_tensor_slices", "range", "map", "batch", "unbatch", "prefetch", "cache", "filter"),
    *("take", "skip", "zip", "enumerate", "with_options", "shuffle"),
})  # fmt: skip


def match(evidence: Evidence) -> Finding | None:
    if not _sets_seed(evidence.source):
        return None  # an exercise has a seed that its author does not know of
    for training in evidence.trainings:
        data = training.train
        if data.kind == "dataset" and _passes_again(training) and pictures(data) is not None:
            stage = _draws_alike(data)
            if stage is not None:
                return Finding(
                    line=stage.line or data.line,
                    evidence=f"{step(stage)} draws numbers ruled by a seed, and each epoch begins with the first "
                    "of them; no shuffle below it gives them to other pictures",
                    change="shuffle before this map; or put keras.layers.RandomFlip(...) and the like into the "
                    "model, which go on with their numbers",
                    about=data.role,
                )
    return None


def _sets_seed(source: Source) -> bool:
    """Whether the program seeds TensorFlow, or a random function of it."""
    made = [one for scope in scopes(source) for one in setters_in(source, scope)]
    given = [
        call
        for call in source.all(ast.Call)
        if any(word.arg == "seed" for word in call.keywords)
        and full_name(source, call.func).startswith(_RANDOM_FUNCTIONS)
    ]
    return bool(given) or any("tensorflow" in one.reaches for one in made)


def _passes_again(training: Fit) -> bool:
    """Whether the data were gone through more than once."""
    if isinstance(training, Loop):
        return 0 < 2 * (training.train.cardinality or 0) <= training.steps
    return len(training.epochs) > 1


def _draws_alike(data: Data) -> Stage | None:
    """A random map that meets the same examples with the same numbers in each pass.

    Calls in parallel take the numbers in whatever order they come to it.
    """
    if any(stage.op == "repeat" for stage in data.stages):
        return None  # all epochs are one pass then
    for place, stage in enumerate(data.stages):
        below, above = data.stages[:place], data.stages[place + 1 :]
        in_order = all(one.op in _IN_ORDER and not reshuffles(one) for one in below)
        alone = "num_parallel_calls" not in stage.parameters and not any(map(caches, above))
        if draws_random(stage) and stage.parameters.get("random_seeded") and in_order and alone:
            return stage
    return None
