import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import LSTM, Dense

rng = np.random.default_rng(11)
sensors = rng.normal(20, 5, (1000, 6))
sensors[:, 4] = 3.5
target = 0.4 * sensors[:, 0] - 0.2 * sensors[:, 1] + rng.normal(0, 0.3, 1000)

train, test = sensors[:800], sensors[800:]
y_train, y_test = target[:800], target[800:]

mean = np.mean(train, axis=0)
std = np.std(train, axis=0) + 0.000001
X_train = (train - mean) / std
X_test = (test - mean) / std

model = Sequential()
model.add(Dense(32, activation="relu", input_shape=(6,)))
model.add(Dense(16, activation="relu"))
model.add(Dense(1))
model.compile(loss="mse", optimizer="adam", metrics=["mae"])
model.fit(X_train, y_train, epochs=2, batch_size=32, validation_data=(X_test, y_test), verbose=2)
