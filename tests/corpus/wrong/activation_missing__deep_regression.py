"""Adding more Dense layers does not change the fit at all, it stays a straight line."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.uniform(-3, 3, (400, 1)).astype("float32")
y = (x**2 + 0.1 * rng.normal(size=(400, 1))).astype("float32")

model = tf.keras.models.Sequential()
model.add(tf.keras.Input(shape=(1,)))
model.add(tf.keras.layers.Dense(64))  # diagnosis: activation_missing
model.add(tf.keras.layers.Dense(64))  # diagnosis: activation_missing
model.add(tf.keras.layers.Dense(32))  # diagnosis: activation_missing
model.add(tf.keras.layers.Dense(1))
model.compile(optimizer=tf.keras.optimizers.Adam(0.01), loss="mse", metrics=["mae"])
model.fit(x[:320], y[:320], validation_data=(x[320:], y[320:]), epochs=10, verbose=2)
