"""Leaves it to Keras, which cannot hand on what `call` does not take."""

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


class Forecaster(keras.Model):
    """From (batch, 6) columns to (batch, 1) miles per gallon."""

    def __init__(self):
        super().__init__()
        self.normalize = layers.BatchNormalization(momentum=0.9)
        self.hidden = layers.Dense(16, activation="relu")
        self.forecast = layers.Dense(1)

    def call(self, inputs):  # diagnosis: call_takes_no_training
        x = self.normalize(inputs)
        return self.forecast(self.hidden(x))


model = Forecaster()
model.compile(optimizer=keras.optimizers.Adam(0.1), loss="mae")
model.fit(train_features, train_mpg, batch_size=32, epochs=30, verbose=0)

together = model.predict(test_features, verbose=0)[0, 0]
alone = model.predict(test_features[:1], verbose=0)[0, 0]
print(f"a car among 74: {together:.1f} miles; the same car alone: {alone:.1f} miles")
