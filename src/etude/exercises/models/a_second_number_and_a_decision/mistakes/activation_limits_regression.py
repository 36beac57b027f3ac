"""A tanh at the end keeps both numbers below 1."""

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

train_both = np.stack([train_mpg, train_seconds], axis=1)  # (240, 2)
scale = layers.Normalization()
scale.adapt(train_features)
model = keras.Sequential(
    [
        keras.Input((5,)),
        scale,
        layers.Dense(32, activation="relu"),
        layers.Dense(32, activation="relu"),
        layers.Dense(2, activation="tanh"),  # diagnosis: activation_limits_regression
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae")
model.fit(train_features, train_both, batch_size=32, epochs=40, verbose=0)


def mpg_of(features):
    """Miles per gallon of cars (n, 5), as an array (n,)."""
    return model.predict(features, verbose=0)[:, 0]


def seconds_of(features):
    """Seconds to 60 miles per hour of cars (n, 5), as an array (n,)."""
    return model.predict(features, verbose=0)[:, 1]


def recommend(mpg, seconds):
    """True for each car that is thrifty and quick, as an array (n,)."""
    return (mpg >= 25) & (seconds <= 16)


errors = np.abs(mpg_of(test_features) - test_mpg), np.abs(seconds_of(test_features) - test_seconds)
chosen = recommend(mpg_of(test_features), seconds_of(test_features))
print(f"off by {errors[0].mean():.2f} miles and {errors[1].mean():.2f} seconds; {chosen.sum()} recommended")
