import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.metrics import mean_absolute_error
from sklearn.preprocessing import MinMaxScaler

tf.keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
days = pd.date_range("2019-01-01", periods=900, freq="D")
sales = 300 + 60 * np.sin(np.arange(900) * 2 * np.pi / 7) + rng.normal(0, 8, 900)
df = pd.DataFrame({"date": days, "sales": sales}).set_index("date")

train, test = df.iloc[:700], df.iloc[700:]
scaler = MinMaxScaler()
train_scaled = scaler.fit_transform(train[["sales"]])
test_scaled = scaler.transform(test[["sales"]])


def windows(values, size=14):
    X, y = [], []
    for i in range(len(values) - size):
        X.append(values[i:i + size])
        y.append(values[i + size])
    return np.array(X), np.array(y)


X_train, y_train = windows(train_scaled)
X_test, y_test = windows(test_scaled)

model = tf.keras.Sequential([
    tf.keras.Input((14, 1)),
    tf.keras.layers.LSTM(16),
    tf.keras.layers.Dense(1),
])
model.compile("adam", "mse")
model.fit(X_train, y_train, epochs=12, batch_size=32, verbose=0)

pred = model.predict(X_test, verbose=0)
actual = test["sales"].values[14:]
print("MAE in units sold:", mean_absolute_error(actual, pred.ravel()))  # diagnosis: forecast_in_scaled_units
