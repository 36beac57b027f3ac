"""What a child does while it waits for a run, so that the run's first steps are not its slowest.

TensorFlow starts its runtime, loads kernels and resolves names at their first use. All of that is
the same for every program, and done here with a network of no meaning. Keras keeps its counters of
names and its random numbers per thread, so in a thread of its own the rehearsal leaves the
program's thread as it was; seeds are set anew for every task.
"""

import threading

import keras
import numpy as np
import tensorflow as tf

_SIDE, _CLASSES, _EXAMPLES = 8, 2, 2


def rehearse() -> None:
    """Builds, calls and trains a tiny network, once."""
    thread = threading.Thread(target=_play)
    thread.start()
    thread.join()


def _play() -> None:
    images = np.zeros((_EXAMPLES, _SIDE, _SIDE, 1), np.float32)
    labels = np.zeros(_EXAMPLES, np.int64)
    model = _network()
    model(images)
    model.fit(tf.data.Dataset.from_tensor_slices((images, labels)).batch(_EXAMPLES), verbose=0)


def _network() -> keras.Model:
    inputs = keras.Input((_SIDE, _SIDE, 1))
    x = keras.layers.Conv2D(2, 3, activation="relu")(inputs)
    x = keras.layers.Flatten()(keras.layers.MaxPooling2D(2)(x))
    outputs = keras.layers.Dense(_CLASSES, activation="softmax")(x)
    model = keras.Model(inputs, outputs)
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
