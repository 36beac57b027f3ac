"""My keras Sequence gives worse results than the same arrays in fit(x, y)"""
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

rng = np.random.default_rng(8)
kinds = rng.integers(0, 5, 900)
prints = rng.random((5, 20, 20, 1))
leaves = 0.4 * prints[kinds] + rng.random((900, 20, 20, 1))


class LeafBatches(keras.utils.Sequence):
    def __init__(self, pictures, labels, batch_size):
        super().__init__()
        self.pictures, self.labels, self.batch_size = pictures, labels, batch_size

    def __len__(self):
        return int(np.floor(len(self.pictures) / self.batch_size))

    def __getitem__(self, idx):
        batch_x = self.pictures[idx:idx + self.batch_size]  # diagnosis: batch_number_taken_for_row
        batch_y = self.labels[idx:idx + self.batch_size]  # diagnosis: batch_number_taken_for_row
        return np.array(batch_x), np.array(batch_y)


model = keras.Sequential([
    keras.Input((20, 20, 1)),
    layers.Flatten(),
    layers.Dense(32, activation="relu"),
    layers.Dense(5, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(LeafBatches(leaves[:700], kinds[:700], 20), epochs=5, verbose=2,
          validation_data=(leaves[700:], kinds[700:]))
