"""A forecaster that keeps its state: trained on whole sequences, then asked one step at a time."""
import keras
import numpy as np

keras.utils.set_random_seed(5)
time = np.arange(900)
series = np.sin(time / 6).astype("float32")
x = np.stack([series[i : i + 30] for i in range(0, 800, 4)])[..., None]
y = np.stack([series[i + 1 : i + 31] for i in range(0, 800, 4)])[..., None]
trained = keras.Sequential([
    keras.Input((30, 1)), keras.layers.LSTM(16, return_sequences=True), keras.layers.Dense(1)
])
trained.compile(keras.optimizers.Adam(0.02), "mse")
trained.fit(x, y, epochs=6, verbose=0)

asked = keras.Sequential([
    keras.Input(batch_shape=(1, 1, 1)),
    keras.layers.LSTM(16, stateful=True, return_sequences=True),
    keras.layers.Dense(1),
])
asked.set_weights(trained.get_weights())
value = None
for known in series[800:830]:
    value = float(asked(np.array([[[known]]]))[0, 0, 0])
forecast = []
for _ in range(10):
    forecast.append(value)
    value = float(asked(np.array([[[value]]], "float32"))[0, 0, 0])
print(forecast)
