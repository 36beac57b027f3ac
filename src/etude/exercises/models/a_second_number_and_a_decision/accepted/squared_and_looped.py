"""Squared errors, longer; decides car by car."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

# mpg, cylinders, displacement, horsepower, weight, seconds to 60 miles per hour, model year
table = np.genfromtxt("data/auto_mpg/auto_mpg.csv", delimiter=",", skip_header=1, usecols=range(7))
table = table[~np.isnan(table).any(axis=1)]  # four cars lack their horsepower
table = np.random.default_rng(1).permutation(table).astype("float32")
features, mpg, seconds = table[:, [1, 2, 3, 4, 6]], table[:, 0], table[:, 5]
train_features, train_mpg, train_seconds = features[:240], mpg[:240], seconds[:240]
test_features, test_mpg, test_seconds = features[240:], mpg[240:], seconds[240:]

train_both = np.column_stack((train_mpg, train_seconds))  # (240, 2)
scale = layers.Normalization()
scale.adapt(train_features)
model = keras.Sequential(
    [
        keras.Input((5,)),
        scale,
        layers.Dense(32, activation="relu"),
        layers.Dense(32, activation="relu"),
        layers.Dense(2),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse", metrics=["mae"])
model.fit(train_features, train_both, batch_size=32, epochs=80, verbose=0)


def both(features):
    return model.predict(features, verbose=0).T  # (2, n)


def mpg_of(features):
    return both(features)[0]


def seconds_of(features):
    return both(features)[1]


def recommend(mpg, seconds):
    return np.array([bool(m >= 25 and s <= 16) for m, s in zip(mpg, seconds)])
