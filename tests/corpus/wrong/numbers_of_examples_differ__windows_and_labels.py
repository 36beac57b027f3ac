"""ValueError: Data cardinality is ambiguous. Make sure all arrays contain the same number of samples."""
import numpy as np
import tensorflow as tf

series = np.sin(np.arange(200) / 7).astype("float32")
WIDTH = 12
X = np.stack([series[i : i + WIDTH] for i in range(len(series) - WIDTH)])
y = series[WIDTH - 1 :]  # diagnosis: numbers_of_examples_differ
print(X.shape, y.shape)
model = tf.keras.Sequential([tf.keras.Input((WIDTH,)), tf.keras.layers.Dense(8, activation="relu"), tf.keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(X, y, epochs=2, batch_size=32)  # diagnosis: numbers_of_examples_differ
