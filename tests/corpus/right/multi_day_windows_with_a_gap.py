"""Forecasts of a whole day: a gap keeps every value to be forecast on one side of the split."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(11)
rng = np.random.default_rng(11)
hours = np.arange(700)
load = np.sin(hours * 2 * np.pi / 24) + 0.02 * rng.normal(size=700).cumsum()
load = ((load - load[:480].mean()) / load[:480].std()).astype("float32")
past, ahead = 48, 24
x = np.stack([load[i : i + past] for i in range(700 - past - ahead + 1)])
y = np.stack([load[i + past : i + past + ahead] for i in range(700 - past - ahead + 1)])
cut = 420
model = tf.keras.Sequential([
    tf.keras.Input((past,)), tf.keras.layers.Dense(64, activation="relu"), tf.keras.layers.Dense(ahead)
])
model.compile(tf.keras.optimizers.Adam(0.005), "mse")
model.fit(x[:cut], y[:cut], validation_data=(x[cut + ahead :], y[cut + ahead :]), epochs=15, verbose=0)
print(model.evaluate(x[cut + ahead :], y[cut + ahead :], verbose=0))
