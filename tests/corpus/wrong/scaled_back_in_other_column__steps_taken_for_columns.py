"""Forecasts five days of one of five series; in dollars the second day is 3700."""
import numpy as np
import pandas as pd
from sklearn.preprocessing import MinMaxScaler
from sklearn.metrics import mean_absolute_error
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import LSTM, Dense, Input
import tensorflow as tf

tf.keras.utils.set_random_seed(5)


def fetch(n=900):
    t = np.arange(n)
    rng = np.random.default_rng(11)
    f = np.sin(2 * np.pi * t / 40)
    df = pd.DataFrame({
        'AAPL': 130 + 25 * f + rng.normal(0, 1, n),
        '^GSPC': 3500 + 300 * np.roll(f, 3) + rng.normal(0, 15, n),
        '^GDAXI': 13000 + 900 * np.roll(f, 6) + rng.normal(0, 60, n),
        'CL=F': 60 + 12 * np.roll(f, 9) + rng.normal(0, .7, n),
        'EURUSD': 1.1 + .05 * np.roll(f, 2) + rng.normal(0, .003, n),
    })
    return df


df = fetch()
size = int(len(df) * 0.80)
df_train = df.iloc[:size]
df_test = df.iloc[size:]

scaler = MinMaxScaler(feature_range=(0, 1))
df_train_sc = scaler.fit_transform(df_train)
df_test_sc = scaler.transform(df_test)


def create_X_Y(ts: np.array, lag=1, n_ahead=1, target_index=0) -> tuple:
    n_features = ts.shape[1]
    X, Y = [], []
    for i in range(len(ts) - lag - n_ahead):
        Y.append(ts[(i + lag):(i + lag + n_ahead), target_index])
        X.append(ts[i:(i + lag)])
    X, Y = np.array(X), np.array(Y)
    X = np.reshape(X, (X.shape[0], lag, n_features))
    return X, Y


trainX, trainY = create_X_Y(df_train_sc, lag=5, n_ahead=5, target_index=0)
testX, testY = create_X_Y(df_test_sc, lag=5, n_ahead=5, target_index=0)

model = Sequential()
model.add(Input(shape=(trainX.shape[1], trainX.shape[2])))
model.add(LSTM(32))
model.add(Dense(5))
model.compile(loss='mse', optimizer='adam')
model.fit(trainX, trainY, epochs=15, batch_size=16, validation_data=(testX, testY), verbose=0)

yhat = model.predict(testX, verbose=0)
yhat_inv = scaler.inverse_transform(yhat)  # diagnosis: scaled_back_in_other_column
testY_inv = scaler.inverse_transform(testY)
print('MAE in dollars', mean_absolute_error(testY_inv, yhat_inv))
print('forecast of the next 5 days', yhat_inv[-1])
