"""train_on_batch in a loop of one's own, a new permutation for every epoch."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)

x = rng.normal(size=(256, 6)).astype("float32")
y = (x @ rng.normal(size=6) > 0).astype("float32")[:, None]
model = keras.Sequential([
    keras.Input((6,)), keras.layers.Dense(16, activation="tanh"), keras.layers.Dense(1, activation="sigmoid")
])
model.compile(keras.optimizers.Adam(0.02), loss="binary_crossentropy", metrics=["accuracy"])
for epoch in range(4):
    order = rng.permutation(len(x))
    for start in range(0, len(x), 32):
        batch = order[start : start + 32]
        logs = model.train_on_batch(x[batch], y[batch], return_dict=True)
    print(epoch, logs)
