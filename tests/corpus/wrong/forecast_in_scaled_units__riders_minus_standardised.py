import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.preprocessing import StandardScaler

tf.keras.utils.set_random_seed(5)
rng = np.random.default_rng(35)
s = pd.DataFrame({"riders": 900 + 200 * np.sin(np.arange(800) * 2 * np.pi / 7) + rng.normal(0, 20, 800)}, index=pd.date_range("2020-01-01", periods=800))
n_train = 640
sc = StandardScaler()
sc.fit(s.iloc[:n_train])
z = sc.transform(s)
W = 14
X = np.stack([z[i:i + W] for i in range(len(z) - W)])
y = z[W:, 0]
X_train, y_train = X[:n_train - W], y[:n_train - W]
X_test = X[n_train - W:]
model = tf.keras.Sequential([tf.keras.Input((W, 1)), tf.keras.layers.GRU(12), tf.keras.layers.Dense(1)])
model.compile(tf.keras.optimizers.Adam(.01), "mse")
model.fit(X_train, y_train, epochs=8, verbose=0)
forecast = model.predict(X_test, verbose=0)[:, 0]
actual = s["riders"].to_numpy()[n_train:]
rmse = np.sqrt(np.mean((forecast - actual) ** 2))  # diagnosis: forecast_in_scaled_units
print("rmse", rmse)
