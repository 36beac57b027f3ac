"""A model of its own class, trained on a dataset."""

import keras
import numpy as np
import tensorflow as tf
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


class Mileage(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = [layers.Dense(32, activation="relu") for _ in range(2)]
        self.mileage = layers.Dense(1)

    def call(self, x):
        for layer in self.hidden:
            x = layer(x)
        return self.mileage(x)


model = Mileage()
model.compile(optimizer=keras.optimizers.RMSprop(0.002), loss=keras.losses.Huber())
cars = tf.data.Dataset.from_tensor_slices((train_features, train_mpg)).shuffle(240).batch(16)
model.fit(cars.prefetch(tf.data.AUTOTUNE), epochs=60, verbose=0)

predictions = model.predict(test_features, verbose=0).reshape(-1)
error = float(keras.ops.mean(keras.losses.mean_absolute_error(test_mpg, predictions)))

print(f"mean absolute error: {error:.2f} miles per gallon")
