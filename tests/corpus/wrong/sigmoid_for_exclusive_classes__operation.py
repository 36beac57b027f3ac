"""The three probabilities do not sum to 1."""
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")

inputs = keras.Input((8,))
scores = layers.Dense(3)(inputs)
probabilities = keras.ops.sigmoid(scores)  # diagnosis: sigmoid_for_exclusive_classes
model = keras.Model(inputs, probabilities)
model.compile("adam", "sparse_categorical_crossentropy")
