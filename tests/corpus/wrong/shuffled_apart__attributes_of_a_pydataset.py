import math
import numpy as np
import keras
from keras import layers

class ImageBatches(keras.utils.PyDataset):
    def __init__(self, x, y, batch_size, **kwargs):
        super().__init__(**kwargs)
        self.x, self.y = x, y
        self.batch_size = batch_size
        self.on_epoch_end()

    def __len__(self):
        return math.ceil(len(self.x) / self.batch_size)

    def __getitem__(self, idx):
        low = idx * self.batch_size
        high = min(low + self.batch_size, len(self.x))
        return self.x[low:high], self.y[low:high]

    def on_epoch_end(self):
        np.random.shuffle(self.x)
        np.random.shuffle(self.y)  # diagnosis: shuffled_apart

(np.random.seed(7))
n = 600
labels = np.random.randint(0, 3, n)
pictures = np.random.rand(n, 24, 24, 1).astype("float32") * 0.5
for i, k in enumerate(labels):
    pictures[i, k * 8:k * 8 + 8] += 0.5

train = ImageBatches(pictures[:480].copy(), labels[:480].copy(), 32)
model = keras.Sequential([
    keras.Input((24, 24, 1)),
    layers.Conv2D(8, 3, activation="relu"),
    layers.MaxPooling2D(2),
    layers.Flatten(),
    layers.Dense(32, activation="relu"),
    layers.Dense(3, activation="softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=(pictures[480:], labels[480:]), epochs=8)
