# I want the next 6 hours from the last 24
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
series = np.sin(np.arange(600) / 12) + np.random.default_rng(0).normal(0, 0.05, 600)

X, y = [], []
for i in range(len(series) - 30):
    X.append(series[i:i + 24])
    y.append(series[i + 24:i + 30])
X, y = np.array(X)[..., None], np.array(y)

model = tf.keras.Sequential()
model.add(tf.keras.layers.LSTM(16))
model.add(tf.keras.layers.Dense(12))  # diagnosis: targets_of_other_width
model.compile(optimizer="adam", loss="mse")
model.fit(X, y, epochs=2, verbose=0)
