"""Only instances of keras.Layer can be added, but these ARE layers."""
import keras
import numpy as np

rng = np.random.default_rng(9)
x = rng.normal(size=(120, 6)).astype("float32")
y = x[:, 0] * x[:, 1]


def hidden(sizes):
    return [keras.layers.Dense(size, activation="relu") for size in sizes]


blocks = hidden([32, 16])
model = keras.Sequential()
model.add(keras.Input((6,)))
model.add(blocks)  # diagnosis: no_layer_for_sequential
model.add(keras.layers.Dense(1))
model.compile(optimizer="adam", loss="mse")
model.fit(x, y, epochs=5, verbose=2)
