"""A network gives the shares of a day that people spend on five things: they sum to one."""
import keras
import numpy as np

keras.utils.set_random_seed(0)
rng = np.random.default_rng(3)
people = rng.normal(size=(900, 6)).astype("float32")
scores = np.exp(people @ rng.normal(size=(6, 5)))
shares = (scores / scores.sum(axis=1, keepdims=True)).astype("float32")

model = keras.Sequential([
    keras.Input((6,)),
    keras.layers.Dense(32, activation="relu"),
    keras.layers.Dense(5, activation="softmax"),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse", metrics=["mae"])
model.fit(people[:700], shares[:700], epochs=15, validation_data=(people[700:], shares[700:]), verbose=2)
