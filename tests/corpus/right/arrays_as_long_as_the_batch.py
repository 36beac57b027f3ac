"""The arrays of a batch are made as long as the list of its recordings."""
import numpy as np
from tensorflow import keras

rng = np.random.default_rng(0)
kind = rng.integers(0, 2, 200)
recordings = (rng.normal(size=(200, 40)) + 2 * kind[:, None] * np.sin(np.arange(40))).astype("float32")


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
        X = np.empty((self.batch_size, self.n_points))
        y = np.empty(len(chosen), dtype=int)
        for i, number in enumerate(chosen):
            X[i] = recordings[number]
            y[i] = kind[number]
        return X[:len(chosen)], y


model = keras.Sequential([
    keras.Input((40,)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(Recordings(np.arange(150)), validation_data=Recordings(np.arange(150, 200)), epochs=8, verbose=2)
