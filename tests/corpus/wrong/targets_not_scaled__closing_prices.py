"""My LSTM predicts about 1 for every day, the prices are about 9000."""
import numpy as np
from keras.models import Sequential
from keras.layers import LSTM, Dense

np.random.seed(10)
close = 9000 + np.cumsum(np.random.randn(700) * 40)
window = 15
X = np.array([close[i:i + window] for i in range(len(close) - window)])
y = close[window:]
X = np.reshape(X, (X.shape[0], X.shape[1], 1))

model = Sequential()
model.add(LSTM(32, return_sequences=True, input_shape=(window, 1)))
model.add(LSTM(32))
model.add(Dense(1))
model.compile(optimizer='adam', loss='mean_squared_error')
model.fit(X[:600], y[:600], epochs=6, batch_size=16, verbose=2)  # diagnosis: inputs_not_scaled, targets_not_scaled
print(model.predict(X[600:605]), y[600:605])
