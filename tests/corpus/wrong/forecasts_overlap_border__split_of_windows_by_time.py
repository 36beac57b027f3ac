"""Forecast of the next 24 hours from the last 48; split 80/20 by time. Test was much worse than validation."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(23)
rng = np.random.default_rng(23)
hours = np.arange(400)
load = np.sin(hours * 2 * np.pi / 24) + 0.3 * rng.normal(size=400).cumsum() / 10
load = ((load - load[:280].mean()) / load[:280].std()).astype("float32")
past, ahead = 48, 24
x = np.stack([load[i : i + past] for i in range(400 - past - ahead + 1)])
y = np.stack([load[i + past : i + past + ahead] for i in range(400 - past - ahead + 1)])
cut = int(len(x) * 0.8)
x_train, y_train = x[:cut], y[:cut]
x_val, y_val = x[cut:], y[cut:]  # diagnosis: forecasts_overlap_border

model = tf.keras.Sequential([
    tf.keras.Input((past,)),
    tf.keras.layers.Dense(32, activation="relu"),
    tf.keras.layers.Dense(ahead),
])
model.compile(tf.keras.optimizers.Adam(0.01), "mse")
model.fit(x_train, y_train, validation_data=(x_val, y_val), epochs=5, verbose=0)  # diagnosis: forecasts_overlap_border
print(model.evaluate(x_val, y_val, verbose=0))
