"""Two outputs, labels 0 and 1: the same rank is asked for."""
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")

model = keras.Sequential(
    [
        keras.Input((8,)),
        layers.Dense(2, "softmax"),  # diagnosis: two_outputs_with_binary_loss
    ]
)
model.compile("adam", loss="binary_crossentropy")
model.fit(x, np.arange(64) % 2, verbose=0)
