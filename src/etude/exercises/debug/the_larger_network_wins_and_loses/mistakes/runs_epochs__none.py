"""Compares networks that have learned nothing."""

import keras
import numpy as np
from keras import layers

# mpg, then cylinders, displacement, horsepower, weight, acceleration and model year
table = np.genfromtxt("data/auto_mpg/auto_mpg.csv", delimiter=",", skip_header=1, usecols=range(7))
table = table[~np.isnan(table).any(axis=1)].astype("float32")  # (314, 7)


def error_of(units):
    """Mean absolute error, in miles per gallon, of a network with this many units."""
    keras.utils.set_random_seed(1)  # every network meets the same rows, in the same order
    rows = np.random.permutation(table)
    features, mpg = rows[:, 1:], rows[:, 0]

    normalize = layers.Normalization()
    normalize.adapt(features[:240])
    model = keras.Sequential(
        [keras.Input((6,)), normalize, layers.Dense(units, activation="relu"), layers.Dense(1)]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.03), loss="mae")
    model.fit(features[:240], mpg[:240], epochs=0, verbose=0)
    return model.evaluate(features[240:], mpg[240:], verbose=0)


if __name__ == "__main__":
    for attempt in (1, 2):
        print(f"attempt {attempt}: {error_of(8):.2f} with 8 units, {error_of(16):.2f} with 16")
