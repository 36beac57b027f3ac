"""The whole network is thawed first, then its first layers are frozen again, then compiled anew."""
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(12)
rng = np.random.default_rng(12)


def task(columns):
    y = rng.integers(0, 2, 160)
    x = rng.random((160, 20, 20, 1)).astype("float32") * 0.5
    for i in np.flatnonzero(y):
        (x[i, :, 6:14] if columns else x[i, 6:14])[...] += 0.4
    return x, y


base = keras.Sequential([
    keras.Input((20, 20, 1)),
    layers.Conv2D(8, 3, activation="relu"),
    layers.Conv2D(8, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.Conv2D(16, 3, activation="relu"),
    layers.GlobalAveragePooling2D(),
], name="base")
first = keras.Sequential([base, layers.Dense(1, activation="sigmoid")])
first.compile(keras.optimizers.Adam(0.005), "binary_crossentropy")
first.fit(*task(columns=False), epochs=4, verbose=0)

base.trainable = False
model = keras.Sequential([base, layers.Dense(1, activation="sigmoid")])
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
x, y = task(columns=True)
model.fit(x[:120], y[:120], validation_data=(x[120:], y[120:]), epochs=4, verbose=0)
base.trainable = True
for layer in base.layers[:-2]:
    layer.trainable = False
model.compile(keras.optimizers.Adam(5e-4), "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:120], y[:120], validation_data=(x[120:], y[120:]), epochs=4, verbose=0)
