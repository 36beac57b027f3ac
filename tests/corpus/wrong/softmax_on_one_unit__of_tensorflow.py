"""Every prediction is 1.0."""
import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")

model = keras.Sequential(
    [
        layers.Dense(4, "relu"),
        layers.Dense(1, activation=tf.nn.softmax),  # diagnosis: softmax_on_one_unit
    ]
)
model.compile("adam", "binary_crossentropy")
model.fit(x, np.arange(64) % 2, verbose=0)
