"""A PyDataset that shuffles its order at the end of each epoch."""
import math

import keras
import numpy as np


class Batches(keras.utils.PyDataset):
    def __init__(self, x, y, size, shuffle, **options):
        super().__init__(**options)
        self.x, self.y, self.size, self.shuffle = x, y, size, shuffle
        self.order = np.arange(len(x))
        self.rng = np.random.default_rng(0)
        self.on_epoch_end()

    def __len__(self):
        return math.ceil(len(self.x) / self.size)

    def __getitem__(self, index):
        rows = self.order[index * self.size : (index + 1) * self.size]
        return self.x[rows], self.y[rows]

    def on_epoch_end(self):
        if self.shuffle:
            self.rng.shuffle(self.order)


keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
y = rng.integers(0, 3, 300)
x = (rng.normal(size=(300, 4)) + 2 * np.eye(4)[y]).astype("float32")
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(3, activation="softmax")])
model.compile(keras.optimizers.Adam(0.02), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(Batches(x[:240], y[:240], 32, True), validation_data=Batches(x[240:], y[240:], 32, False), epochs=6, verbose=0)
