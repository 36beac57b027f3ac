"""Branches of different kernels are joined along the channels; halves of a picture along its height."""
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(20)
rng = np.random.default_rng(20)
y = rng.integers(0, 2, 96)
x = rng.random((96, 16, 16, 3)).astype("float32") * 0.5
x[y == 1, 4:12, 4:12] += 0.4
inputs = keras.Input((16, 16, 3))
upper, lower = layers.Cropping2D(((0, 8), (0, 0)))(inputs), layers.Cropping2D(((8, 0), (0, 0)))(inputs)
whole = layers.Concatenate(axis=1)([upper, lower])
one = layers.Conv2D(8, 1, padding="same", activation="relu")(whole)
three = layers.Conv2D(8, 3, padding="same", activation="relu")(whole)
h = layers.Concatenate()([one, three])
h = layers.Conv2D(16, 3, activation="relu")(h)
h = layers.GlobalMaxPooling2D()(h)
model = keras.Model(inputs, layers.Dense(1, activation="sigmoid")(h))
model.compile(keras.optimizers.Adam(0.005), "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:80], y[:80], validation_data=(x[80:], y[80:]), epochs=6, verbose=0)
