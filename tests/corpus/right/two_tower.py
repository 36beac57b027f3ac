import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)


def tower():
    return keras.Sequential([layers.Dense(8, activation="relu"), layers.Dense(4)])


a, b = keras.Input((6,), name="user"), keras.Input((6,), name="film")
model = keras.Model([a, b], layers.Dot(axes=1)([tower()(a), tower()(b)]))
model.compile("adam", "mse")
model.fit([rng.normal(size=(32, 6)), rng.normal(size=(32, 6))], rng.normal(size=(32,)), verbose=0)
