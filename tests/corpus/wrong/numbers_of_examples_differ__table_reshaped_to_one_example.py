"""99 rows for an LSTM, reshaped to (1, 99, 120): one example, and 99 labels."""
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import LSTM, Dense

rng = np.random.default_rng(0)
table = rng.normal(size=(99, 121)).astype('float32')
x = table[:, :-1]
y = table[:, -1:]

x_lstm = x.reshape(1, x.shape[0], x.shape[1])

model = Sequential()
model.add(LSTM(50, input_shape=(x_lstm.shape[1], x_lstm.shape[2]), return_sequences=True))
model.add(Dense(1))
model.compile(loss='mse', optimizer='adam')
model.fit(x_lstm, y, epochs=5)  # diagnosis: numbers_of_examples_differ
