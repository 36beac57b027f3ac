"""A table in its own units behind a Normalization layer."""
import numpy as np
import tensorflow as tf
rng = np.random.default_rng(9)
n = 1500
X = np.column_stack([rng.uniform(15000, 250000, n), rng.integers(18, 80, n), rng.integers(0, 2, n)])
y = 200 + 0.004 * X[:, 0] + 3 * X[:, 1] + rng.normal(0, 30, n)
norm = tf.keras.layers.Normalization(axis=-1)
norm.adapt(X[:1200])
model = tf.keras.Sequential([norm, tf.keras.layers.Dense(64, activation="relu"), tf.keras.layers.Dense(64, activation="relu"), tf.keras.layers.Dense(1)])
model.compile(loss="mean_absolute_error", optimizer=tf.keras.optimizers.Adam(0.01))
h = model.fit(X[:1200], y[:1200], epochs=25, validation_split=0.2, verbose=0)
print(h.history["loss"][-1], model.evaluate(X[1200:], y[1200:], verbose=0))
