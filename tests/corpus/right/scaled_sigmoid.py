import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
i = keras.Input((8,))
model = keras.Model(i, layers.Rescaling(100.0)(layers.Dense(1, "sigmoid")(i)))
model.compile("adam", "mse")
x = rng.normal(size=(64, 8)).astype("float32")
model.fit(x, 50 + x.sum(axis=1), verbose=0)
