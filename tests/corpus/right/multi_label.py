import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")
y = (rng.uniform(size=(64, 4)) > 0.5).astype("float32")
model = keras.Sequential([keras.Input((8,)), layers.Dense(4, "sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(x, y, verbose=0)
