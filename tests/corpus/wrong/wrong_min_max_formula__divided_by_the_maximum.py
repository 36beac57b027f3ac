"""After min-max scaling my training data go from 0 to 0.047. Should it not be 0 to 1?"""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
pressure = 1000 + np.cumsum(rng.normal(size=360)) % 40 + 5 * np.sin(np.arange(360) / 9)
train, val = pressure[:280], pressure[280:]
low, high = train.min(), train.max()


def min_max(values):
    return (values - low) / high  # diagnosis: wrong_min_max_formula


def windows(values, width=10):
    x = np.stack([values[i : i + width] for i in range(len(values) - width)])
    return x, values[width:]


x_train, y_train = windows(min_max(train))
x_val, y_val = windows(min_max(val))
print(x_train.min(), x_train.max())
model = tf.keras.Sequential([
    tf.keras.Input((10,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1),
])
model.compile(tf.keras.optimizers.Adam(0.005), loss="mse")
model.fit(x_train, y_train, validation_data=(x_val, y_val), epochs=10, verbose=0)
