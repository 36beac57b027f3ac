"""load_weights: 'A total of 2 objects could not be loaded'. It worked before I changed the model a bit."""
import keras
import numpy as np


def build(units):
    return keras.Sequential([keras.Input((4,)), keras.layers.Dense(units, activation="relu"), keras.layers.Dense(1)])


keras.utils.set_random_seed(0)
x = np.random.default_rng(0).normal(size=(90, 4)).astype("float32")
first = build(16)
first.compile(keras.optimizers.Adam(0.02), "mse")
first.fit(x[:70], x[:70, 0], validation_data=(x[70:], x[70:, 0]), epochs=5, verbose=0)
first.save_weights("net.weights.h5")

larger = build(32)
larger.load_weights("net.weights.h5")  # diagnosis: weights_do_not_fit
