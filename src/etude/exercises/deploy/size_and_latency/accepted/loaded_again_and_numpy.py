"""What a model costs: bytes in a file, milliseconds for an answer."""

import os
import statistics
import time

import keras
import numpy as np


def file_bytes(model):
    """How many bytes the model needs in a .keras file, to predict and nothing more."""
    model.save("measured.keras")
    keras.models.load_model("measured.keras", compile=False).save("measured.keras")
    return os.path.getsize("measured.keras")


def milliseconds(model, batch):
    """How long the model usually takes to answer this batch."""
    times = []
    for _ in range(31):
        before = time.perf_counter_ns()
        model.predict(batch, verbose=0)
        times.append((time.perf_counter_ns() - before) / 1e6)
    return float(np.median(times[1:]))


def choose(candidates, most_bytes, most_milliseconds):
    """The name of the most accurate candidate within both budgets, None when there is none.

    Each candidate is a list: name, accuracy, bytes, milliseconds.
    """
    best, name = -1.0, None
    for candidate, accuracy, size, took in candidates:
        if size > most_bytes or took > most_milliseconds:
            continue
        if accuracy > best:
            best, name = accuracy, candidate
    return name


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
