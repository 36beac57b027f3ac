"""The availability of a day, 48 values at once: the forecast lies near 0 all day long."""
import numpy as np
from tensorflow.keras.layers import LSTM, Dense, Input
from tensorflow.keras.models import Sequential
from tensorflow.keras.optimizers import Adam
from tensorflow.keras.utils import set_random_seed

set_random_seed(9)
rng = np.random.default_rng(9)
len_day, n_days = 48, 260
slots = np.arange(len_day) / len_day
days = []
for d in range(n_days):
    weekend = d % 7 >= 5
    free = 12 + (3 if weekend else 9) * np.sin(2 * np.pi * slots + (0.8 if weekend else 0)) + rng.normal(0, 1, len_day)
    days.append(np.stack([np.full(len_day, d % 7 / 6), slots, free / 25], axis=1))
values = np.array(days, dtype="float32")
x, y = values[:-1], values[1:, :, 2]


class NeuralNetwork:
    def build(self, lstm_neurons=24):
        model = Sequential()
        model.add(Input(shape=x.shape[1:]))
        model.add(LSTM(lstm_neurons))
        model.add(Dense(len_day, activation="softmax"))  # diagnosis: softmax_over_amounts
        model.compile(loss="mean_squared_error", optimizer=Adam(0.01), metrics=["mae"])
        return model

    def train(self):
        self.model = self.build()
        return self.model.fit(x[:210], y[:210], epochs=8, batch_size=20, validation_data=(x[210:], y[210:]), verbose=2)


print(NeuralNetwork().train().history["val_mae"][-1])
