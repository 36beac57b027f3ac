"""Each message may be about several topics; softmax shares a 1 among them, and the error is squared."""
import keras
import numpy as np

rng = np.random.default_rng(3)
counts = rng.poisson(2.0, (800, 12)).astype("float32")
topics = np.stack([counts[:, k] + counts[:, k + 1] > 3.5 for k in (0, 4, 8)], axis=1).astype("int64")

model = keras.Sequential()
model.add(keras.layers.Input((12,)))
model.add(keras.layers.Dense(24))
model.add(keras.layers.Activation("relu"))
model.add(keras.layers.Dense(3))
model.add(keras.layers.Activation("softmax"))  # diagnosis: softmax_for_independent_labels
model.compile(loss="mean_squared_error", optimizer="adam")
model.fit(counts, topics, epochs=8, batch_size=40, validation_split=0.25, verbose=2)
