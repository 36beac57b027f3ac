"""Newer measurements should count more, but fit refuses sample_weight."""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(6)
x = rng.normal(size=(200, 5)).astype("float32")
y = (x @ np.array([1.0, -0.5, 0.2, 0.0, 0.8]) + rng.normal(scale=0.1, size=200)).astype("float32")
newer = np.linspace(0.2, 1.0, 200).astype("float32")

train = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(200, seed=1).batch(32)

model = tf.keras.Sequential([tf.keras.Input((5,)), tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(train, epochs=5, sample_weight=newer, verbose=2)  # diagnosis: given_beside_a_dataset
