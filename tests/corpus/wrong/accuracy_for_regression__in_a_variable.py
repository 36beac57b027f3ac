"""The accuracy of my regression stays near 0, whatever I do."""
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")

model = keras.Sequential([keras.Input((8,)), layers.Dense(1)])
metrics = ["mae", "acc"]  # diagnosis: accuracy_for_regression
model.compile("adam", "mse", metrics=metrics)
model.fit(x, 5 * x.sum(axis=1), verbose=0)
