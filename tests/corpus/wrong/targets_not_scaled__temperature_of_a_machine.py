"""The temperature of a machine from its spectrum over time: all forecasts are about 26 degrees."""
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import LSTM, Dense, Input
from tensorflow.keras.utils import set_random_seed

set_random_seed(4)
rng = np.random.default_rng(4)
n, bins, timesteps, batch_size = 2500, 128, 12, 32

speed = np.abs(np.convolve(rng.normal(0, 1, n), np.ones(25) / 8, mode='same'))
profile = rng.gamma(2., 1500., size=bins)
ffts = profile * (.3 + speed[:, None]) * rng.uniform(.8, 1.2, size=(n, bins))
targets = 40 + 14 * speed + rng.normal(0, .3, n)
ffts = (ffts - ffts.mean(0)) / ffts.std(0)


def windows(data, target, length):
    xs = [data[i:i + length] for i in range(len(data) - length)]
    ys = [target[i + length - 1] for i in range(len(data) - length)]
    return np.array(xs), np.array(ys)


train_x, train_y = windows(ffts[:2000], targets[:2000], timesteps)
test_x, test_y = windows(ffts[2000:], targets[2000:], timesteps)

model = Sequential()
model.add(Input(shape=(timesteps, bins)))
model.add(LSTM(32, return_sequences=True))
model.add(LSTM(32))
model.add(Dense(1))
model.compile(loss='mean_squared_error', optimizer='adam')
model.fit(train_x, train_y, epochs=10, batch_size=batch_size, validation_data=(test_x, test_y), verbose=0)  # diagnosis: targets_not_scaled

predictions = model.predict(test_x, verbose=0)
print(predictions.shape, predictions[:8].ravel(), test_y[:8])
