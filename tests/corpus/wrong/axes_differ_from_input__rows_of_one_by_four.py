"""My table has 4 columns, so I wrote input_shape=(1, 4). Expected shape (None, 1, 4), but input has ... (None, 4)"""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(14)
table = rng.normal(size=(240, 4)).astype("float32")  # age of a pump, hours, load, noise
weeks_left = table @ np.array([-2.0, -1.0, -0.5, -0.2]) + 30 + rng.normal(0, 0.2, 240)

net = tf.keras.Sequential([
    tf.keras.layers.Dense(32, activation="relu", input_shape=(1, 4)),  # diagnosis: axes_differ_from_input
    tf.keras.layers.Dense(32, activation="relu"),
    tf.keras.layers.Dense(1),
])
net.compile(optimizer="adam", loss="mse", metrics=["mae"])
net.fit(table, weeks_left, epochs=5, validation_split=0.2, verbose=0)
