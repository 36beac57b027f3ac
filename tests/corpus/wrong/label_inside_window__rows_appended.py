"""The LSTM follows the price perfectly, how can I trade with it?"""
import numpy as np
import matplotlib.pyplot as plt
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import LSTM, Dense

np.random.seed(2)
price = np.cumsum(np.random.normal(0, 1, 1000))
price = (price - price[:800].min()) / (price[:800].max() - price[:800].min())

window = 20
X, y = [], []
for i in range(window, len(price)):
    X.append(price[i - window + 1:i + 1])
    y.append(price[i])  # diagnosis: label_inside_window
X, y = np.array(X), np.array(y)
X = X.reshape((X.shape[0], X.shape[1], 1))

X_train, y_train = X[:800], y[:800]
X_test, y_test = X[800:], y[800:]
model = Sequential()
model.add(LSTM(32, input_shape=(window, 1)))
model.add(Dense(1))
model.compile(optimizer='adam', loss='mean_squared_error')
model.fit(X_train, y_train, epochs=8, batch_size=32, verbose=2, validation_data=(X_test, y_test))
pred = model.predict(X_test)
plt.plot(y_test, label='real'); plt.plot(pred, label='predicted'); plt.legend(); plt.show()
