"""The forecast of an LSTM is nearly a flat line beside the real changes of the price."""
import keras
import numpy as np
import pandas as pd

keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
price = pd.Series(80 * np.exp(np.cumsum(rng.normal(0, 0.012, 700))))
changes = price.pct_change().dropna().to_numpy()

length = 24
x = np.array([changes[i:i + length] for i in range(len(changes) - length)])[..., None]
y = changes[length:]
x_train, y_train, x_test, y_test = x[:550], y[:550], x[550:], y[550:]

model = keras.Sequential([
    keras.Input((length, 1)),
    keras.layers.LSTM(16),
    keras.layers.Dense(1),
])
model.compile(optimizer="adam", loss="mse")
model.fit(x_train, y_train, epochs=6, batch_size=16, verbose=2)  # diagnosis: past_says_little

forecast = model.predict(x_test, verbose=0)[:, 0]
print("scatter of the forecast", forecast.std(), "of the changes", y_test.std())
