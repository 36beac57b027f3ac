import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler

tf.keras.utils.set_random_seed(7)
rng = np.random.default_rng(7)
load = pd.DataFrame({
    "time": pd.date_range("2020-01-01", periods=1100, freq="h"),
    "load": np.cumsum(rng.normal(0, 1, 1100)) + 10 * np.sin(np.arange(1100) / 24 * 2 * np.pi) + 200,
})
values = MinMaxScaler().fit(load[["load"]][:880]).transform(load[["load"]])

window = 24
X = np.array([values[i:i + window] for i in range(len(values) - window)])
y = np.array([values[i + window, 0] for i in range(len(values) - window)])
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=1)  # diagnosis: windows_split_at_random

model = tf.keras.Sequential([
    tf.keras.Input((window, 1)),
    tf.keras.layers.LSTM(16),
    tf.keras.layers.Dense(1),
])
model.compile(loss="mse", optimizer="adam", metrics=["mae"])
model.fit(X_train, y_train, validation_data=(X_test, y_test), epochs=6, batch_size=32, verbose=0)
print(model.evaluate(X_test, y_test, verbose=0))
