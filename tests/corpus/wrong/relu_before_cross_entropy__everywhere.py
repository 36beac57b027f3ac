"""Every layer has relu; the loss does not go below 1."""
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")

model = keras.Sequential([keras.Input((8,))])
for units in (16, 8, 3):
    model.add(layers.Dense(units, activation="relu"))  # diagnosis: relu_before_cross_entropy
model.compile("adam", "sparse_categorical_crossentropy")
