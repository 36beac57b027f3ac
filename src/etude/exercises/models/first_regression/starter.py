"""Predicts how far cars of the 1970s go on a gallon."""

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

# TODO: build, compile and train a model; ask it about the test cars; tell its error.
model = None
predictions = None
error = None

print(f"mean absolute error: {error} miles per gallon")
