import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
a, b = keras.Input((6,)), keras.Input((6,))
d1, d2 = layers.Dense(8, "relu"), layers.Dense(4)
e, f = d2(d1(a)), d2(d1(b))
model = keras.Model([a, b], layers.Dense(1, "sigmoid")(keras.ops.abs(e - f)))
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit([rng.normal(size=(32, 6)), rng.normal(size=(32, 6))], np.arange(32) % 2, verbose=0)
