"""Received a label value of 4 which is outside the valid range of [0, 4)."""
import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")

data = tf.data.Dataset.from_tensor_slices((x, np.arange(64) % 5)).batch(4)
model = keras.Sequential([keras.Input((8,)), layers.Dense(4, "softmax")])  # diagnosis: labels_out_of_range
model.compile("adam", loss="sparse_categorical_crossentropy")
model.fit(data, verbose=0)
