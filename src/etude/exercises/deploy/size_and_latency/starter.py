"""What a model costs: bytes in a file, milliseconds for an answer."""

import os
import statistics
import time

import keras
import numpy as np


def file_bytes(model):
    """How many bytes the model needs in a .keras file, to predict and nothing more."""
    # TODO


def milliseconds(model, batch):
    """How long the model usually takes to answer this batch."""
    # TODO


def choose(candidates, most_bytes, most_milliseconds):
    """The name of the most accurate candidate within both budgets, None when there is none.

    Each candidate is a list: name, accuracy, bytes, milliseconds.
    """
    # TODO


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
