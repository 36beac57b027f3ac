"""Received a label value of 1 which is outside the valid range of [0, 1). I have two classes."""
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")

inputs = keras.Input((8,))
outputs = layers.Dense(1, "sigmoid")(inputs)  # diagnosis: labels_out_of_range
model = keras.Model(inputs, outputs)
model.compile("adam", loss="sparse_categorical_crossentropy")
model.fit(x, np.arange(64) % 2, verbose=0)
