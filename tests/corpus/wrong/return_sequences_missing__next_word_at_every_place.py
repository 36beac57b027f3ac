"""ValueError: Argument `output` must have rank (ndim) `target.ndim - 1`. What rank?"""
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(9)
lines = rng.integers(1, 45, (150, 11))

so_far = keras.Input((10,), dtype="int32")
h = layers.Embedding(45, 16)(so_far)
h = layers.GRU(24)(h)  # diagnosis: return_sequences_missing
model = keras.Model(so_far, layers.Dense(45, activation="softmax")(h))
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(lines[:, :-1], lines[:, 1:], epochs=2, verbose=0)
