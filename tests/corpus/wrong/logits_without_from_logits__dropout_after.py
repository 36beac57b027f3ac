"""Binary classification: the loss looks odd and the outputs are below 0 and above 1."""
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")

inputs = keras.Input((8,))
hidden = layers.Dense(16, activation="relu")(inputs)
logit = layers.Dense(1, name="logit")(hidden)  # diagnosis: logits_without_from_logits
model = keras.Model(inputs, layers.Dropout(0.1)(logit))
model.compile("adam", "binary_crossentropy")
