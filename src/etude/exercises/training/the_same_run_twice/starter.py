"""Trains a network on cars of the 1970s so that the same seed gives the same run."""

import keras
import numpy as np
from keras import layers

# mpg, then cylinders, displacement, horsepower, weight, acceleration and model year
table = np.genfromtxt("data/auto_mpg/auto_mpg.csv", delimiter=",", skip_header=1, usecols=range(7))
table = table[~np.isnan(table).any(axis=1)].astype("float32")  # (314, 7)


def build_model():
    normalize = layers.Normalization(mean=table[:, 1:].mean(0), variance=table[:, 1:].var(0))
    model = keras.Sequential(
        [
            keras.Input((6,)),
            normalize,
            layers.Dense(16, activation="relu"),
            layers.Dropout(0.2),
            layers.Dense(1),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae")
    return model


def train(seed):
    """The history of a training in which everything random follows from the seed."""
    # TODO: draw 240 rows at random to learn from, and validate on the others
    # TODO: a new model, three epochs, and the history of fit
    # TODO: the same seed gives the same numbers, another seed gives others


if __name__ == "__main__":
    for seed in (1, 1, 2):
        history = train(seed)
        print(f"seed {seed}:", history and history.history["val_loss"])
