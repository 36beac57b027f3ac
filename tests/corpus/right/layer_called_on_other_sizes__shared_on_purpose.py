"""Layers that are called more than once, on inputs of one size: twins, and a step that is taken three times."""
import keras
import numpy as np

keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
left = rng.normal(size=(320, 10)).astype("float32")
right = np.where(rng.random((320, 1)) < 0.5, left + 0.05 * rng.normal(size=(320, 10)), rng.normal(size=(320, 10))).astype("float32")
alike = (np.abs(left - right).mean(axis=1) < 0.3).astype("float32")

encode = keras.layers.Dense(16, activation="tanh")
step = keras.layers.Dense(16, activation="tanh")


def code(x):
    x = encode(x)
    for _ in range(2):
        x = step(x)
    return x


a, b = keras.Input((10,)), keras.Input((10,))
apart = keras.layers.Subtract()([code(a), code(b)])
squares = keras.layers.Multiply()([apart, apart])
model = keras.Model([a, b], keras.layers.Dense(1, activation="sigmoid")(squares))
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit([left[:240], right[:240]], alike[:240], validation_data=([left[240:], right[240:]], alike[240:]), epochs=15, verbose=2)
