"""Windows of three sensors with sliding_window_view; the LSTM learns nothing from them."""
import numpy as np
import tensorflow as tf
from numpy.lib.stride_tricks import sliding_window_view

tf.keras.utils.set_random_seed(5)
rng = np.random.default_rng(5)
sensors = rng.normal(size=(420, 3)).cumsum(axis=0).astype("float32")
sensors = (sensors - sensors[:300].mean(axis=0)) / sensors[:300].std(axis=0)

window = 12
views = sliding_window_view(sensors, window, axis=0)[:-1]
x = views.reshape(len(views), window, 3)  # diagnosis: axes_reshaped_not_transposed
y = sensors[window:, 0]

model = tf.keras.Sequential([
    tf.keras.Input((window, 3)),
    tf.keras.layers.LSTM(16),
    tf.keras.layers.Dense(1),
])
model.compile(tf.keras.optimizers.Adam(0.01), "mse")
model.fit(x[:300], y[:300], validation_data=(x[312:], y[312:]), epochs=4, verbose=0)
print(model.evaluate(x[312:], y[312:], verbose=0))
