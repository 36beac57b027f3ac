import numpy as np
import tensorflow as tf
import keras
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(1000, 6)).astype("float32"); y = (x[:, 0] > 1.6).astype("float32")
count = {0: int((y == 0).sum()), 1: int((y == 1).sum())}
weights = {0: count[0] / 1000, 1: count[1] / 1000}  # diagnosis: class_weight_favours_the_many
model = keras.Sequential([keras.Input((6,)), layers.Dense(16, activation="relu"), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy", keras.metrics.Recall()])
model.fit(x, y, epochs=6, class_weight=weights, verbose=0)
