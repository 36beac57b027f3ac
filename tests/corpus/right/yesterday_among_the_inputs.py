import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
days = np.arange(1200)
sold = (100 + 20 * np.sin(days * 2 * np.pi / 7) + rng.normal(0, 4, 1200)).astype("float32")
weekday = np.eye(7, dtype="float32")[days % 7]
table = np.column_stack([sold[6:-1], sold[:-7], weekday[7:]])  # yesterday, a week ago, weekday
target = sold[7:]
scale = layers.Normalization()
scale.adapt(table[:900])
model = keras.Sequential([keras.Input((9,)), scale, layers.Dense(16, activation="relu"), layers.Dense(1)])
model.compile(keras.optimizers.Adam(0.02), "mse", metrics=["mae"])
model.fit(table[:900], target[:900], epochs=40, verbose=0, validation_data=(table[900:], target[900:]))
