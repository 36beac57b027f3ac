"""Adapts to test cars as well."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

# mpg, then cylinders, displacement, horsepower, weight, acceleration and model year
table = np.genfromtxt("data/auto_mpg/auto_mpg.csv", delimiter=",", skip_header=1, usecols=range(7))
table = table[~np.isnan(table).any(axis=1)]  # four cars lack their horsepower
table = np.random.default_rng(1).permutation(table).astype("float32")
train_features, train_mpg = table[:240, 1:], table[:240, 0]  # (240, 6), (240,)
test_features, test_mpg = table[240:, 1:], table[240:, 0]

normalize = layers.Normalization()
normalize.adapt(table[:, 1:])  # diagnosis: statistics_from_all_rows
model = keras.Sequential(
    [
        keras.Input((6,)),
        normalize,
        layers.Dense(32, activation="relu"),
        layers.Dense(32, activation="relu"),
        layers.Dense(1),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae")
model.fit(train_features, train_mpg, batch_size=32, epochs=40, verbose=0)

error = model.evaluate(test_features, test_mpg, verbose=0)
print(f"mean absolute error {error:.2f} miles per gallon")
