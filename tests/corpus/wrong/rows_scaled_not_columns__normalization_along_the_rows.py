"""Dimensions must be equal, but are 32 and 240: there are 240 rows, and batches of 32."""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(10)
farms = np.column_stack([rng.uniform(5, 400, 240), rng.uniform(0, 30, 240), rng.uniform(1, 9, 240)])
yields = 0.01 * farms[:, 0] + 0.2 * farms[:, 2] + rng.normal(0, 0.1, 240)

scale = tf.keras.layers.Normalization(axis=0)  # diagnosis: rows_scaled_not_columns
scale.adapt(farms)
model = tf.keras.Sequential([scale, tf.keras.layers.Dense(8, activation="relu"), tf.keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(farms, yields, epochs=2, verbose=0)
