import numpy as np
import tensorflow as tf
import keras
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(20, 6, (400, 5)).astype("float32"); y = (x[:, 0] > 20).astype("float32")
x_train, x_test = x[:300], x[300:]
x_train = (x_train - x_train.mean(0)) / x_train.std(0)
x_test = (x_test - x_test.mean(0)) / x_test.std(0)  # diagnosis: part_scaled_by_itself
model = keras.Sequential([keras.Input((5,)), layers.Dense(16, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(x_train, y[:300], epochs=5, verbose=0)
print(model.evaluate(x_test, y[300:], verbose=0))
