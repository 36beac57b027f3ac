"""ValueError: Unrecognized data type: x=[[0.1, 0.9], ...] (of type <class 'list'>)."""
import random

import keras

random.seed(0)
xs = [[random.random(), random.random()] for _ in range(80)]
ys = [int(a > b) for a, b in xs]
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(xs, ys, epochs=3)  # diagnosis: python_list_as_data
