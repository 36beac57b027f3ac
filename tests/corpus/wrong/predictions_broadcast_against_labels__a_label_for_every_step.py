import numpy as np
import pandas as pd
import tensorflow as tf
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import LSTM, Dense, Dropout

tf.random.set_seed(0)
rng = np.random.default_rng(0)


def load_stock(days=1280):
    close = 900 + np.cumsum(rng.normal(0.1, 6, days))
    frame = pd.DataFrame({
        'Open': close + rng.normal(0, 3, days),
        'High': close + np.abs(rng.normal(0, 6, days)),
        'Low': close - np.abs(rng.normal(0, 6, days)),
        'Volume': rng.integers(500000, 4000000, days),
        'Close': close,
    })
    return frame


data = load_stock()
X = data[['Open', 'Low', 'High', 'Volume']].values
X = (X - X.mean(axis=0)) / X.std(axis=0)
Y = (data[['Close']].values - 900) / 100

# 64 sequences of 20 time steps
X = X.reshape(64, 20, 4)
Y = Y.reshape(64, 20, 1)

model = Sequential()
model.add(LSTM(20, return_sequences=True, input_shape=(20, 4)))
model.add(Dropout(0.2))
model.add(LSTM(20, return_sequences=True))
model.add(Dropout(0.2))
model.add(LSTM(20))  # diagnosis: predictions_broadcast_against_labels
model.add(Dense(20, activation='relu'))
model.add(Dense(1, activation='linear'))
model.compile(loss='mean_squared_error', optimizer='adam')
model.fit(X, Y, epochs=20, batch_size=8, verbose=2)

print(model.predict(X)[:5])
print(Y[:5, -1])
