"""A softmax after each layer makes everything a probability, but training has become terribly slow."""
import keras
import numpy as np

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
y = rng.integers(0, 4, 320)
x = (rng.normal(size=(320, 6)) + 2 * np.eye(6)[y]).astype("float32")
model = keras.Sequential([
    keras.Input((6,)),
    keras.layers.Dense(64, activation="softmax"),  # diagnosis: softmax_inside_network
    keras.layers.Dense(64, activation="softmax"),  # diagnosis: softmax_inside_network
    keras.layers.Dense(4, activation="softmax"),
])
model.compile(keras.optimizers.Adam(0.003), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x[:256], y[:256], validation_data=(x[256:], y[256:]), epochs=8, verbose=2)
