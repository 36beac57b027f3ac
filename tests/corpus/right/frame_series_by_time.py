import numpy as np
import pandas as pd
from sklearn.metrics import mean_absolute_error
from sklearn.preprocessing import MinMaxScaler
from tensorflow import keras

keras.utils.set_random_seed(102)
rng = np.random.default_rng(102)
index = pd.date_range("2018-01-01", periods=1000, freq="D")
df = pd.DataFrame({"visitors": 400 + 80 * np.sin(np.arange(1000) * 2 * np.pi / 7) + rng.normal(0, 10, 1000)}, index=index)
cut = 800
scaler = MinMaxScaler().fit(df[["visitors"]].iloc[:cut])
scaled = scaler.transform(df[["visitors"]])


def make_windows(data, size):
    return (np.stack([data[i:i + size] for i in range(len(data) - size)]),
            np.stack([data[i + size] for i in range(len(data) - size)]))


SIZE = 14
X_train, y_train = make_windows(scaled[:cut], SIZE)
X_test, y_test = make_windows(scaled[cut - SIZE:], SIZE)
model = keras.Sequential([keras.Input((SIZE, 1)), keras.layers.LSTM(16), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(.01), "mse")
model.fit(X_train, y_train, epochs=12, batch_size=32, verbose=0)
forecast = scaler.inverse_transform(model.predict(X_test, verbose=0))
truth = df["visitors"].iloc[cut:].to_numpy()
naive = df["visitors"].shift(7).iloc[cut:].to_numpy()
print("model", mean_absolute_error(truth, forecast[:, 0]), "seasonal naive", mean_absolute_error(truth, naive))
