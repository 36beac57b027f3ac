import numpy as np
import tensorflow as tf
from tensorflow.keras import layers, models

Tx, n_freq, Ty = 60, 20, 60
rng = np.random.default_rng(5)
X = rng.normal(size=(120, Tx, n_freq)).astype("float32")
Y = np.zeros((120, Ty, 3), dtype="float32")
Y[:, :, 0] = 1
for row in range(120):
    on = rng.integers(5, 50)
    Y[row, on:on + 3] = [0, 1, 0]
    X[row, on:on + 3, 0] += 3

inputs = layers.Input(shape=(Tx, n_freq))
h = layers.GRU(32, return_sequences=True)(inputs)
h = layers.Dropout(0.3)(h)
outputs = layers.TimeDistributed(layers.Dense(3, activation="softmax"))(h)
model = models.Model(inputs, outputs)

model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
class_weights = {0: 1.0, 1: 50.0, 2: 50.0}
model.fit(X, Y, batch_size=12, epochs=3, class_weight=class_weights)  # diagnosis: class_weight_for_pixels
