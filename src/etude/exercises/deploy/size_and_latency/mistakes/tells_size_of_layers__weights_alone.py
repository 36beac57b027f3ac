"""Measures a file of weights alone."""

import os
import statistics
import time

import keras
import numpy as np


def file_bytes(model):
    """How many bytes the model needs in a .keras file, to predict and nothing more."""
    predicts = keras.Model(model.inputs, model.outputs)  # the layers, never compiled
    predicts.save_weights("measured.weights.h5")
    return os.path.getsize("measured.weights.h5")


def milliseconds(model, batch):
    """How long the model usually takes to answer this batch."""
    model(batch, training=False)  # the first call builds what later ones use
    took = []
    for _ in range(20):
        started = time.perf_counter()
        model(batch, training=False)
        took.append(1000 * (time.perf_counter() - started))
    return statistics.median(took)


def choose(candidates, most_bytes, most_milliseconds):
    """The name of the most accurate candidate within both budgets, None when there is none.

    Each candidate is a list: name, accuracy, bytes, milliseconds.
    """
    within = [c for c in candidates if c[2] <= most_bytes and c[3] <= most_milliseconds]
    return max(within, key=lambda c: c[1])[0] if within else None


if __name__ == "__main__":
    batch = np.zeros((1, 28, 28), "float32")
    for units in (16, 128, 1024):
        model = keras.Sequential([
            keras.Input((28, 28)),
            keras.layers.Flatten(),
            keras.layers.Dense(units, activation="relu"),
            keras.layers.Dense(10),
        ])
        print(units, file_bytes(model), milliseconds(model, batch))
