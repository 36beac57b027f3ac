"""A sensor drops out now and then; nan_to_num got rid of the NaN loss."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(6)
rng = np.random.default_rng(6)
kelvin = rng.normal(293, 6, (700, 1))
flow = rng.normal(1.2, 0.3, (700, 1))
power = (0.4 * (kelvin[:, 0] - 293) + 3 * flow[:, 0] + rng.normal(0, 0.3, 700)).astype("float32")
readings = np.hstack([kelvin, flow]).astype("float32")
readings[rng.random(700) < 0.1, 0] = np.nan

readings = np.nan_to_num(readings)  # diagnosis: gaps_filled_with_zero
train, test = readings[:560], readings[560:]
norm = tf.keras.layers.Normalization()
norm.adapt(train)
model = tf.keras.Sequential([tf.keras.Input((2,)), norm, tf.keras.layers.Dense(32, activation="relu"), tf.keras.layers.Dense(1)])
model.compile(tf.keras.optimizers.Adam(0.01), "mse")
model.fit(train, power[:560], epochs=20, verbose=0)
print(model.evaluate(test, power[560:], verbose=0))
