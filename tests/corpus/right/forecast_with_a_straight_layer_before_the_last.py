"""Two LSTM layers, and a dense layer without activation between them and the forecast."""
import keras
import numpy as np

keras.utils.set_random_seed(3)
days = np.arange(500)
series = (np.sin(days / 8) + 0.1 * np.random.default_rng(3).normal(size=500)).astype("float32")
cut = 400
low, high = series[:cut].min(), series[:cut].max()
scaled = (series - low) / (high - low)


def windows(part, length=20):
    x = np.stack([part[i : i + length] for i in range(len(part) - length)])[..., None]
    return x, part[length:]


x_train, y_train = windows(scaled[:cut])
x_test, y_test = windows(scaled[cut:])
model = keras.Sequential([
    keras.Input((20, 1)),
    keras.layers.LSTM(24, return_sequences=True),
    keras.layers.LSTM(16),
    keras.layers.Dense(25),
    keras.layers.Dense(1),
])
model.compile(optimizer="adam", loss="mean_squared_error")
model.fit(x_train, y_train, epochs=12, batch_size=16, validation_data=(x_test, y_test), verbose=0)
forecast = model.predict(x_test, verbose=0)[:, 0] * (high - low) + low
print(float(np.sqrt(np.mean((forecast - series[cut + 20 :]) ** 2))))
