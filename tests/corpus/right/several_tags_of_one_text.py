import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
words = rng.normal(size=(600, 20)).astype("float32")
tags = (words[:, :5] > 0.6).astype("float32")  # none, one or several of five
model = keras.Sequential(
    [keras.Input((20,)), layers.Dense(32, activation="relu"), layers.Dense(5, activation="sigmoid")]
)
model.compile(keras.optimizers.Adam(0.005), "binary_crossentropy", metrics=["binary_accuracy"])
model.fit(words[:500], tags[:500], epochs=15, verbose=0, validation_data=(words[500:], tags[500:]))
