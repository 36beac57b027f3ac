"""One step ahead the forecast is nearly perfect, but going on by itself it runs off at once."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import GRU, Dense, Input
from tensorflow.keras.models import Sequential

tf.keras.utils.set_random_seed(5)
t = np.arange(500)
series = (np.sin(t / 6) + 0.3 * np.sin(t / 2.5)).astype("float32")
n_steps = 20
X = np.array([series[i : i + n_steps] for i in range(len(series) - n_steps)])[..., None]
y = series[n_steps:]

model = Sequential([Input((None, 1)), GRU(32), Dense(1)])
model.compile(optimizer=tf.keras.optimizers.Adam(0.01), loss="mse")
model.fit(X, y, epochs=15, batch_size=32, verbose=0)


def next_value(value):
    return model.predict(np.reshape(value, (1, 1, 1)), verbose=0)[0, 0]  # diagnosis: asked_without_steps_before


future, value = [], series[-1]
for _ in range(15):
    value = next_value(value)
    future.append(value)
print(np.round(future, 2))
