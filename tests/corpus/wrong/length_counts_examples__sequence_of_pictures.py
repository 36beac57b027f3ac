"""ValueError: need at least one array to stack, after ten good batches."""
import math
import numpy as np
import tensorflow as tf
from tensorflow.keras.utils import Sequence
from tensorflow.keras import layers, models

class DataGenerator(Sequence):
    def __init__(self, images, labels, batch_size=32, shuffle=True):
        super().__init__()
        self.images = images
        self.labels = labels
        self.batch_size = batch_size
        self.shuffle = shuffle
        self.indexes = np.arange(len(images))
        self.on_epoch_end()

    def __len__(self):
        return len(self.images)  # diagnosis: length_counts_examples

    def __getitem__(self, index):
        idx = self.indexes[index * self.batch_size:(index + 1) * self.batch_size]
        X = np.stack([self.images[i] / 255. for i in idx])
        return X, self.labels[idx]

    def on_epoch_end(self):
        if self.shuffle:
            np.random.shuffle(self.indexes)

imgs = np.random.randint(0, 255, (320, 20, 20, 1))
labs = (imgs[:, :10].mean((1, 2, 3)) > imgs[:, 10:].mean((1, 2, 3))).astype("int32")
gen = DataGenerator(imgs, labs)
model = models.Sequential([layers.Input((20, 20, 1)), layers.Conv2D(8, 3, activation="relu"), layers.Flatten(), layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(gen, epochs=3)
