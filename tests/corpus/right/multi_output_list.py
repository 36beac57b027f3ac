import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")
y = np.arange(64) % 3
z = x.sum(axis=1)
i = keras.Input((8,))
h = layers.Dense(16, activation="relu")(i)
model = keras.Model(i, [layers.Dense(3, activation="softmax")(h), layers.Dense(1)(h)])
model.compile("adam", loss=["sparse_categorical_crossentropy", "mse"], metrics=[["accuracy"], ["mae"]])
model.fit(x, [y, z], verbose=0)
