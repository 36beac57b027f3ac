"""Trained for an hour and then crashed in the print: can only concatenate str (not "float") to str"""
import numpy as np
from tensorflow import keras

x = np.random.default_rng(2).normal(size=(200, 8)).astype("float32")
y = (x[:, 0] > x[:, 1]).astype("float32")
model = keras.Sequential([keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:150], y[:150], epochs=30, verbose=0)
loss, accuracy = model.evaluate(x[150:], y[150:], verbose=0)
print("Test accuracy: " + accuracy * 100 + "%")  # diagnosis: text_and_number_joined
model.save("model.keras")
