"""MAE of 0.03 on the stock-like series from the first epochs on. 'Same as yesterday' gives 0.10. Too good to be true?"""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
walk = np.cumsum(rng.normal(size=500))
train, valid = walk[:400], walk[400:]
mean, std = train.mean(), train.std()


def make(values, width=12):
    values = (values - mean) / std
    X = np.stack([values[i : i + width] for i in range(len(values) - width + 1)])
    y = values[width - 1 :]  # diagnosis: label_inside_window
    return X, y


X_train, y_train = make(train)
X_valid, y_valid = make(valid)
model = tf.keras.Sequential([tf.keras.Input((12,)), tf.keras.layers.Dense(1)])
model.compile(tf.keras.optimizers.Adam(0.05), "mae")
model.fit(X_train, y_train, validation_data=(X_valid, y_valid), epochs=25, verbose=0)  # diagnosis: label_inside_window
print("mae", model.evaluate(X_valid, y_valid, verbose=0), "naive", np.abs(np.diff(valid)).mean() / std)
