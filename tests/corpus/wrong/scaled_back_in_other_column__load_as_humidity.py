"""The forecasts come out around 60 although the load lies around 3000."""
import numpy as np
import pandas as pd
from sklearn.preprocessing import MinMaxScaler
from tensorflow import keras

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
n = 500
t = np.arange(n)
df = pd.DataFrame({"humidity": 60 + 20 * np.sin(t / 9) + rng.normal(0, 3, n), "wind": rng.gamma(2, 2, n), "load": 3000 + 600 * np.sin(t / 12) + rng.normal(0, 60, n)})
scaler = MinMaxScaler()
train_rows = 400
scaled = scaler.fit(df[:train_rows]).transform(df)
window = 12
X = np.array([scaled[i:i + window] for i in range(n - window)])
y = scaled[window:, 2]
X_train, X_test, y_train, y_test = X[:380], X[400:], y[:380], y[400:]
model = keras.Sequential([keras.Input((window, 3)), keras.layers.LSTM(16), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(0.01), "mse")
model.fit(X_train, y_train, epochs=8, verbose=0)
pred = model.predict(X_test, verbose=0)
filled = np.zeros((len(pred), 3))
filled[:, 0] = pred[:, 0]  # diagnosis: scaled_back_in_other_column
forecast = scaler.inverse_transform(filled)[:, 0]
truth = df["load"].values[window + 400:]
print("MAE", np.mean(np.abs(forecast - truth)))
