import numpy as np
from tensorflow.keras import Sequential
from tensorflow.keras.layers import LSTM, Dense, Input

N = 1000
half = N // 2
seq_len = 10
dimension = 2

np.random.seed(123)
X_low = np.random.normal(0, 1, size=(half, seq_len, dimension))
y_low = np.random.randint(0, 50, (half, 1)) / 100
X_high = np.random.normal(1, 1, size=(half, seq_len, dimension))
y_high = 0.5 + np.random.randint(0, 50, (half, 1)) / 100
p = np.random.permutation(N)
X = np.concatenate((X_low, X_high))[p]
y = np.concatenate((y_low, y_high))[p]

model = Sequential()
model.add(Input(shape=(seq_len, dimension)))
model.add(LSTM(3))
model.add(Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="rmsprop", metrics=["accuracy"])  # diagnosis: accuracy_for_regression
model.fit(X, y, batch_size=32, epochs=12, verbose=2)
