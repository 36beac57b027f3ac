"""Transformer for 'did a come before b?' gets 50 %. With an LSTM it is solved at once."""
import numpy as np
import keras
from keras import layers

keras.utils.set_random_seed(9)
rng = np.random.default_rng(9)
n, steps = 320, 10
x = rng.integers(3, 20, (n, steps))
y = np.zeros(n, "int32")
for i in range(n):
    a, b = rng.choice(steps, 2, replace=False)
    x[i, a], x[i, b] = 1, 2
    y[i] = int(a < b)

inputs = keras.Input((steps,), dtype="int32")
h = layers.Embedding(20, 32)(inputs)  # diagnosis: positions_missing
for _ in range(2):
    a = layers.MultiHeadAttention(2, 16)(h, h)  # diagnosis: positions_missing
    h = layers.LayerNormalization()(h + a)
    f = layers.Dense(32)(layers.Dense(64, activation="relu")(h))
    h = layers.LayerNormalization()(h + f)
h = layers.GlobalAveragePooling1D()(h)
outputs = layers.Dense(1, activation="sigmoid")(h)
model = keras.Model(inputs, outputs)
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:256], y[:256], validation_data=(x[256:], y[256:]), epochs=5, verbose=2)
