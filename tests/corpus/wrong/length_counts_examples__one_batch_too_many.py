import math
import numpy as np
import tensorflow as tf
from tensorflow.keras.utils import Sequence

rng = np.random.default_rng(0)
x = rng.normal(size=(640, 8)).astype("float32")
y = (x @ rng.normal(size=(8, 1))).astype("float32")


class DataGenerator(Sequence):
    def __init__(self, x, y, batch_size=64):
        super().__init__()
        self.x, self.y = x, y
        self.batch_size = batch_size

    def __len__(self):
        return math.floor(len(self.x) / self.batch_size) + 1  # diagnosis: length_counts_examples

    def __getitem__(self, idx):
        low = idx * self.batch_size
        high = low + self.batch_size
        return self.x[low:high], self.y[low:high]


train_gen = DataGenerator(x[:512], y[:512])
val_gen = DataGenerator(x[512:], y[512:])

model = tf.keras.Sequential([
    tf.keras.Input((8,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1),
])
model.compile(optimizer="adam", loss=lambda t, p: tf.reduce_mean(tf.abs(t - p)))
model.fit(train_gen, validation_data=val_gen, epochs=2)
