"""One output layer for each number, joined; the labels as a dataset."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(1)

# mpg, cylinders, displacement, horsepower, weight, seconds to 60 miles per hour, model year
table = np.genfromtxt("data/auto_mpg/auto_mpg.csv", delimiter=",", skip_header=1, usecols=range(7))
table = table[~np.isnan(table).any(axis=1)]  # four cars lack their horsepower
table = np.random.default_rng(1).permutation(table).astype("float32")
features, mpg, seconds = table[:, [1, 2, 3, 4, 6]], table[:, 0], table[:, 5]
train_features, train_mpg, train_seconds = features[:240], mpg[:240], seconds[:240]
test_features, test_mpg, test_seconds = features[240:], mpg[240:], seconds[240:]

inputs = keras.Input((5,))
mean, variance = train_features.mean(axis=0), train_features.var(axis=0)
x = layers.Normalization(mean=mean, variance=variance)(inputs)
x = layers.Dense(64, activation="relu")(x)
miles = layers.Dense(1)(layers.Dense(16, activation="relu")(x))
quick = layers.Dense(1)(layers.Dense(16, activation="relu")(x))
model = keras.Model(inputs, layers.Concatenate()([miles, quick]))
model.compile(optimizer=keras.optimizers.Adam(0.01), loss=keras.losses.Huber())
cars = tf.data.Dataset.from_tensor_slices((train_features, tf.stack([train_mpg, train_seconds], 1)))
model.fit(cars.shuffle(240).batch(32).prefetch(1), epochs=60, verbose=0)


def mpg_of(features):
    return model(features).numpy()[:, 0]


def seconds_of(features):
    return model(features).numpy()[:, 1]


def recommend(mpg, seconds):
    return np.logical_and(mpg >= 25, seconds <= 16)
