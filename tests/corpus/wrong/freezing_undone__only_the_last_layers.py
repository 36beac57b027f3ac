"""Fine-tuning the last two layers only: why does it say all parameters are trainable?"""
import numpy as np
import keras
from keras import layers

keras.utils.set_random_seed(12)
rng = np.random.default_rng(12)


def task(kind):
    y = rng.integers(0, 2, 160)
    x = rng.random((160, 20, 20, 1)).astype("float32") * 0.5
    for i in np.flatnonzero(y):
        (x[i, 6:14] if kind == "rows" else x[i, :, 6:14])[...] += 0.4
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
first.compile("adam", "binary_crossentropy")
first.fit(*task("rows"), epochs=3, verbose=0)

base.trainable = False
model = keras.Sequential([base, layers.Dense(1, activation="sigmoid")])
model.compile(keras.optimizers.Adam(1e-3), "binary_crossentropy", metrics=["accuracy"])
x, y = task("columns")
model.fit(x[:120], y[:120], epochs=3, verbose=0)

for layer in base.layers[:-2]:
    layer.trainable = False  # diagnosis: freezing_undone
base.trainable = True  # diagnosis: freezing_undone
model.compile(keras.optimizers.Adam(1e-4), "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:120], y[:120], validation_data=(x[120:], y[120:]), epochs=4, verbose=2)
model.summary()
