"""An LSTM shall learn sin(x) from x. Neither loss moves, although the wave is so simple."""
import math

import numpy as np
from keras.layers import LSTM, Dense, Dropout
from keras.models import Sequential
from keras.utils import set_random_seed

set_random_seed(1)
TIME_STEPS = 70
BATCH_SIZE = 20

n_periods = 20
n_points = int(2 * math.pi * n_periods) * 10 + 1
x = np.linspace(0, int(2 * math.pi * n_periods), n_points)
y = np.array([math.sin(value) for value in x])
x = (x - np.min(x)) / np.ptp(x)


def create_timeseries(arr1, arr2):
    dim_0 = len(arr1) - TIME_STEPS
    xs = np.zeros((dim_0, TIME_STEPS))
    ys = np.zeros((dim_0,))
    for i in range(dim_0):
        xs[i] = arr1[i : TIME_STEPS + i]
        ys[i] = arr2[TIME_STEPS + i - 1]
    return xs.reshape(dim_0, TIME_STEPS, 1), ys


cut = int(0.8 * n_points)
x_train, y_train = create_timeseries(x[:cut], y[:cut])  # diagnosis: time_given_for_series
x_val, y_val = create_timeseries(x[cut:], y[cut:])

model = Sequential()
model.add(LSTM(30, input_shape=(TIME_STEPS, 1)))
model.add(Dropout(0.1))
model.add(Dense(1))
model.compile(loss="mean_squared_error", optimizer="adam")
model.fit(x_train, y_train, epochs=5, batch_size=BATCH_SIZE, validation_data=(x_val, y_val), verbose=2)
