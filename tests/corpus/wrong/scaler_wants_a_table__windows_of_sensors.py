import numpy as np
from sklearn.preprocessing import StandardScaler
from tensorflow.keras import Sequential
from tensorflow.keras.layers import LSTM, Dense, Input

rng = np.random.default_rng(2)
kinds = rng.integers(0, 3, 300)
t = np.arange(40)[:, None]
windows = 20 + 5 * np.sin((0.2 + 0.2 * kinds[:, None, None]) * t + rng.uniform(0, 6, (300, 1, 6)))
X_train, X_test = windows[:240], windows[240:]
y_train, y_test = kinds[:240], kinds[240:]

scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)  # diagnosis: scaler_wants_a_table
X_test = scaler.transform(X_test)

model = Sequential([
    Input(shape=(40, 6)),
    LSTM(24),
    Dense(3, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(X_train, y_train, epochs=5, validation_data=(X_test, y_test))
