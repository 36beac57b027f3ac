"""RMSE of 300 although the loss is tiny."""
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import GRU, Dense

t = np.arange(900)
passengers = 300 + 80 * np.sin(t * 2 * np.pi / 12) + np.random.RandomState(0).normal(0, 8, 900)
lo, hi = passengers[:700].min(), passengers[:700].max()
scaled = (passengers - lo) / (hi - lo)

def windows(s, w):
    return np.array([s[i:i + w] for i in range(len(s) - w)])[..., None], s[w:]

X, y = windows(scaled, 24)
X_train, y_train, X_test = X[:676], y[:676], X[676:]
model = Sequential([GRU(24, input_shape=(24, 1)), Dense(1)])
model.compile(loss='mse', optimizer='adam')
model.fit(X_train, y_train, epochs=12, verbose=0)
pred = model.predict(X_test)[:, 0]
actual = passengers[700:]
rmse = np.sqrt(np.mean((actual - pred) ** 2))  # diagnosis: forecast_in_scaled_units
print('RMSE: %.2f' % rmse)
