"""A PyDataset of windows that overlap on purpose: batch k holds the windows from k * size on."""
import math

import keras
import numpy as np


class Windows(keras.utils.PyDataset):
    def __init__(self, series, steps, batch_size):
        super().__init__()
        self.series, self.steps, self.batch_size = series, steps, batch_size
        self.count = len(series) - steps

    def __len__(self):
        return math.ceil(self.count / self.batch_size)

    def __getitem__(self, number):
        first = number * self.batch_size
        last = min(first + self.batch_size, self.count)
        rows = np.stack([self.series[i:i + self.steps] for i in range(first, last)])
        return rows[..., None], self.series[first + self.steps:last + self.steps]


keras.utils.set_random_seed(4)
t = np.arange(800)
wave = (np.sin(t / 9) + 0.1 * np.random.default_rng(4).normal(size=800)).astype("float32")
model = keras.Sequential([
    keras.Input((24, 1)),
    keras.layers.Conv1D(16, 5, activation="relu"),
    keras.layers.GlobalAveragePooling1D(),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(1),
])
model.compile(keras.optimizers.Adam(5e-3), "mse", metrics=["mae"])
model.fit(Windows(wave[:640], 24, 32), validation_data=Windows(wave[640:], 24, 32), epochs=8, verbose=2)
