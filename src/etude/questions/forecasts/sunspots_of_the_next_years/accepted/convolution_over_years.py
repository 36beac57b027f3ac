"""A convolution as wide as the window, on a pipeline."""

import csv

import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(1)
YEARS, STEPS = 14, 2

with open("data/sunspots/sunspots.csv") as file:
    counts = np.array([row["sunspots"] for row in csv.DictReader(file)], "float32")


def pairs(years):
    rows = [years[start : start + YEARS + STEPS] for start in range(len(years) - YEARS - STEPS + 1)]
    both = tf.data.Dataset.from_tensor_slices(np.array(rows))
    return both.map(lambda row: (row[:YEARS], row[YEARS:])).cache()


scale = layers.Normalization(axis=None)
scale.adapt(counts[:-25])
deviation, mean = float(counts[:-25].std()), float(counts[:-25].mean())

window = keras.Input((YEARS,))
x = layers.Reshape((YEARS, 1))(scale(window))
x = layers.Flatten()(layers.Conv1D(STEPS, YEARS)(x))  # (batch, STEPS)
model = keras.Model(window, layers.Rescaling(deviation, offset=mean)(x))
model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mse", metrics=["mae"])
model.fit(
    pairs(counts[:-25]).shuffle(300, seed=1).batch(16),
    validation_data=pairs(counts[-45:]).batch(16),
    epochs=18,
    verbose=0,
)
model.save("sun.keras")
