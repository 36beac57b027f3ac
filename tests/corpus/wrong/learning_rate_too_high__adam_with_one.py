"""Accuracy stays around chance and the loss begins at 345, with Adam and the rate that worked for my linear model."""
import keras
import numpy as np

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
y = rng.integers(0, 3, 320)
x = (rng.normal(size=(320, 8)) + 2 * np.eye(8)[y]).astype("float32")
model = keras.Sequential([
    keras.Input((8,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(3, activation="softmax"),
])
model.compile(keras.optimizers.Adam(1.0), "sparse_categorical_crossentropy", metrics=["accuracy"])  # diagnosis: learning_rate_too_high
model.fit(x[:256], y[:256], validation_data=(x[256:], y[256:]), epochs=8, verbose=2)  # diagnosis: learning_rate_too_high
