"""Incompatible shapes: [32,12] vs. [32,48,12]"""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(7)
t = np.arange(1200)
load = np.sin(t / 12) + 0.3 * np.sin(t / 40) + rng.normal(0, .05, t.size)
IN, OUT = 48, 12
X = np.stack([load[i:i + IN] for i in range(1200 - IN - OUT)])[..., None]
Y = np.stack([load[i + IN:i + IN + OUT] for i in range(1200 - IN - OUT)])
model = tf.keras.models.Sequential()
model.add(tf.keras.layers.GRU(32, return_sequences=True, input_shape=(IN, 1)))  # diagnosis: sequences_for_one_label
model.add(tf.keras.layers.Dense(OUT))
model.compile(loss="mse", optimizer="adam")
model.fit(X[:900], Y[:900], epochs=4, batch_size=32, validation_data=(X[900:], Y[900:]), verbose=2)
