"""What a child does while it waits for a run, so that the run's first steps are not its slowest.

TensorFlow starts its runtime, loads kernels and resolves names at their first use. All of that is
the same for every program, and done here with a network of no meaning. Keras keeps its counters of
names per thread, so in a thread of its own the rehearsal leaves the program's thread as it was.
Seeds are set before it, since setting them throws away TensorFlow's kernels; what it draws of
Python's and NumPy's random numbers is put back, and of TensorFlow's it draws none.
"""

import random
import threading

import keras
import numpy as np
import tensorflow as tf

_SIDE, _CLASSES, _EXAMPLES = 8, 2, 2


_left_as_seeded_with: set[int] = set()


def play_once(seed: int) -> None:
    """Builds, calls and trains a tiny network; a program that wants this seed finds it fresh."""
    keras.utils.set_random_seed(seed)
    of_python, of_numpy = random.getstate(), np.random.get_state()
    thread = threading.Thread(target=_play)
    thread.start()
    thread.join()
    random.setstate(of_python)
    np.random.set_state(of_numpy)
    _left_as_seeded_with.add(seed)


def begin_with(seed: int) -> None:
    """Every library's random numbers begin anew, if they have not just done so."""
    if seed in _left_as_seeded_with:
        _left_as_seeded_with.clear()
    else:
        keras.utils.set_random_seed(seed)


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
