"""Multivariate forecast: I predict the temperature of 6 hours, but all three columns come out alike."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(5)
hours = np.arange(700)
temperature = np.sin(hours * 2 * np.pi / 24)
pressure = np.cos(hours * 2 * np.pi / 24) * 0.5
wind = np.random.default_rng(5).normal(size=700) * 0.2
table = np.stack([temperature, pressure, wind], axis=1).astype("float32")

PAST, FUTURE = 24, 6
starts = range(0, 700 - PAST - FUTURE, 2)
inputs = np.stack([table[s : s + PAST] for s in starts])
targets = np.stack([table[s + PAST : s + PAST + FUTURE, :1] for s in starts])  # temperature only
cut = int(len(inputs) * 0.8)

inp = tf.keras.Input((PAST, 3))
x = tf.keras.layers.GRU(16)(inp)
x = tf.keras.layers.Dense(FUTURE * 3)(x)  # diagnosis: predictions_broadcast_against_labels
out = tf.keras.layers.Reshape((FUTURE, 3))(x)  # diagnosis: predictions_broadcast_against_labels
model = tf.keras.Model(inp, out)
model.compile(tf.keras.optimizers.Adam(0.005), loss=tf.keras.losses.Huber(), metrics=["mae"])
model.fit(  # diagnosis: predictions_broadcast_against_labels
    inputs[:cut],
    targets[:cut],
    validation_data=(inputs[cut:], targets[cut:]),
    epochs=3,
    verbose=2,
)
