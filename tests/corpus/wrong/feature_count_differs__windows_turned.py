"""Dimensions must be equal, but are 12 and 1"""
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import LSTM, Dense

s = np.sin(np.linspace(0, 50, 600))
X = np.array([s[i:i + 12] for i in range(588)])
y = s[12:]
model = Sequential()
model.add(LSTM(20, activation='relu', input_shape=(12, 1)))
model.add(Dense(1))
model.compile(optimizer='adam', loss='mse')
X = X.reshape(X.shape[0], 1, X.shape[1])
model.fit(X, y, epochs=3, verbose=2)  # diagnosis: feature_count_differs
