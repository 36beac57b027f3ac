"""Ends in a sigmoid: predictions reach from the mean to one deviation above it."""

import csv

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

COLUMNS = ["cylinders", "displacement", "weight", "acceleration", "model_year"]


def read_column(rows, name):
    """One column of numbers, float32, with NaN for gaps."""
    return np.array([row[name] or "nan" for row in rows], dtype="float32")


with open("data/auto_mpg/auto_mpg.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
features = np.stack([read_column(rows, name) for name in COLUMNS], axis=1)  # (318, 5)
target = read_column(rows, "mpg")  # (318,)
known = np.isfinite(target)
features, target = features[known], target[known]

normalize = layers.Normalization()
normalize.adapt(features)
model = keras.Sequential(
    [
        keras.Input((5,)),
        normalize,
        layers.Dense(32, activation="relu"),
        layers.Dense(32, activation="relu"),
        layers.Dense(1, activation="sigmoid"),  # diagnosis: activation_limits_regression
        layers.Rescaling(target.std(), offset=target.mean()),  # back to the table's units
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae")
model.fit(features, target, batch_size=32, epochs=20, verbose=0)
model.save("mileage.keras")
