"""A range wide enough, and not learned."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(1)

# mpg, then cylinders, displacement, horsepower, weight, acceleration and model year
table = np.genfromtxt("data/auto_mpg/auto_mpg.csv", delimiter=",", skip_header=1, usecols=range(7))
table = table[~np.isnan(table).any(axis=1)]  # four cars lack their horsepower
table = np.random.default_rng(1).permutation(table).astype("float32")
train_features, train_mpg = table[:240, 1:], table[:240, 0]  # (240, 6), (240,)
test_features, test_mpg = table[240:, 1:], table[240:, 0]


class Swing(layers.Layer):
    """Brings numbers between -1 and 1 into a range that it learns: around a centre, so far each way."""

    def __init__(self):
        super().__init__()
        self.centre = tf.Variable(20.0)  # diagnosis: variable_not_tracked
        self.swing = tf.Variable(20.0)

    def call(self, shares):
        return self.centre + self.swing * shares


normalize = layers.Normalization()
normalize.adapt(train_features)
model = keras.Sequential(
    [
        keras.Input((6,)),
        normalize,
        layers.Dense(16, activation="relu"),
        layers.Dense(1, activation="tanh"),
        Swing(),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mae")
model.fit(train_features, train_mpg, batch_size=16, epochs=60, verbose=0)

error = model.evaluate(test_features, test_mpg, verbose=0)
print(f"mean absolute error {error:.2f} miles per gallon")
forecasts = model.predict(test_features, verbose=0)
print(f"forecasts lie between {forecasts.min():.1f} and {forecasts.max():.1f}")
