"""A helping head is trained first and given no weight afterwards: its loss is no longer wanted."""
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(13)
rng = np.random.default_rng(13)
shape, colour = rng.integers(0, 2, 200), rng.integers(0, 3, 200)
x = rng.random((200, 16, 16, 3)).astype("float32") * 0.3
for i in range(200):
    x[i, slice(2, 8) if shape[i] else slice(8, 14), 4:12, colour[i]] += 0.6
inputs = keras.Input((16, 16, 3))
h = layers.Flatten()(layers.Conv2D(8, 3, activation="relu")(inputs))
model = keras.Model(inputs, {
    "shape": layers.Dense(1, activation="sigmoid", name="shape")(h),
    "colour": layers.Dense(3, activation="softmax", name="colour")(h),
})
losses = {"shape": "binary_crossentropy", "colour": "sparse_categorical_crossentropy"}
for helping in (0.5, 0.0):
    model.compile(keras.optimizers.Adam(0.002), losses, loss_weights={"shape": helping, "colour": 1.0})
    model.fit(x, {"shape": shape, "colour": colour}, epochs=5, validation_split=0.2, verbose=0)
