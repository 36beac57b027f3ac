"""The functional API, squared errors, and the error from evaluate."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

# mpg, then cylinders, displacement, horsepower, weight, acceleration and model year
table = np.genfromtxt("data/auto_mpg/auto_mpg.csv", delimiter=",", skip_header=1, usecols=range(7))
table = table[~np.isnan(table).any(axis=1)]  # four cars lack their horsepower
table = np.random.default_rng(1).permutation(table).astype("float32")
train_mpg, test_mpg = table[:240, 0], table[240:, 0]  # (240,), (74,)
mean, deviation = table[:240, 1:].mean(axis=0), table[:240, 1:].std(axis=0)
train_features = (table[:240, 1:] - mean) / deviation  # (240, 6)
test_features = (table[240:, 1:] - mean) / deviation  # (74, 6)

inputs = keras.Input((6,))
hidden = layers.Dense(64, activation="relu")(inputs)
hidden = layers.Dense(64, activation="relu")(hidden)
model = keras.Model(inputs, layers.Dense(1)(hidden))
model.compile("adam", loss="mse", metrics=["mae"])
model.fit(train_features, train_mpg, batch_size=16, epochs=100, verbose=0)

predictions = np.squeeze(model(test_features).numpy(), axis=-1)
error = model.evaluate(test_features, test_mpg, verbose=0)[1]

print(f"mean absolute error: {error:.2f} miles per gallon")
