"""Both inputs should go through the same layer, but there are two sets of weights."""
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")

first, second = keras.Input((6,)), keras.Input((6,))
one = layers.Dense(4, "relu")(first)
two = layers.Dense(4, "relu")(second)  # diagnosis: layer_not_shared
distance = keras.ops.square(layers.Subtract()([one, two]))
model = keras.Model([first, second], layers.Dense(1, "sigmoid")(distance))
