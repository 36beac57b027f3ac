import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
keras.mixed_precision.set_global_policy("mixed_float16")
x = rng.normal(size=(64, 8)).astype("float32")
y = np.arange(64) % 3
i = keras.Input((8,))
h = layers.Dense(16, activation="relu")(i)
model = keras.Model(i, layers.Activation("softmax", dtype="float32")(layers.Dense(3)(h)))
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y, verbose=0)
