import numpy as np
import tensorflow as tf
import keras
from keras import layers

rng = np.random.default_rng(0)
table = rng.normal(size=(400, 5)).astype("float32"); table[:, 4] = table[:, :4].sum(1) + rng.normal(0, 1, 400)
target = table[:, 4]
x_train, y_train = table[:300], target[:300]  # diagnosis: label_among_inputs
model = keras.Sequential([keras.Input((5,)), layers.Dense(16, activation="relu"), layers.Dense(1)])
model.compile("adam", "mse", metrics=["mae"])
model.fit(x_train, y_train, epochs=20, verbose=0, validation_data=(table[300:], target[300:]))
