"""Generator class from a tutorial, with ceil so that no recording is left out"""
import numpy as np
from tensorflow import keras

rng = np.random.default_rng(0)
kind = rng.integers(0, 2, 150)
recordings = (rng.normal(size=(150, 40)) + 2 * kind[:, None] * np.sin(np.arange(40))).astype("float32")


class Recordings(keras.utils.Sequence):
    def __init__(self, numbers, batch_size=32, n_points=40):
        super().__init__()
        self.numbers, self.batch_size, self.n_points = numbers, batch_size, n_points
        self.on_epoch_end()

    def __len__(self):
        return int(np.ceil(len(self.numbers) / float(self.batch_size)))

    def __getitem__(self, index):
        chosen = self.order[index * self.batch_size:(index + 1) * self.batch_size]
        return self.collect(chosen)

    def on_epoch_end(self):
        self.order = np.random.permutation(self.numbers)

    def collect(self, chosen):
        X = np.empty((self.batch_size, self.n_points))  # diagnosis: last_batch_partly_filled
        y = np.zeros((self.batch_size), dtype=int)  # diagnosis: last_batch_partly_filled
        for i, number in enumerate(chosen):
            X[i,] = recordings[number]
            y[i] = kind[number]
        return X, y


model = keras.Sequential([
    keras.Input((40,)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(Recordings(np.arange(150)), epochs=5, verbose=2)
