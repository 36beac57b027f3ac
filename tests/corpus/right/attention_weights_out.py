import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
i = keras.Input((5, 4))
w = layers.Softmax(axis=1)(layers.Dense(1)(i))
c = keras.ops.sum(w * i, axis=1)
model = keras.Model(i, [layers.Dense(1, "sigmoid")(c), w])
model.compile("adam", ["binary_crossentropy", None])
