"""One picture at a time, each as a batch of one."""
import numpy as np
from tensorflow.keras.layers import Conv2D, Dense, Flatten, Input, MaxPooling2D
from tensorflow.keras.models import Sequential

rng = np.random.RandomState(1)
labels = rng.randint(0, 2, 60)
images = rng.rand(60, 24, 24, 3).astype("float32") * 0.5
images[labels == 1, 6:18, 6:18] += 0.5


def data_generator(images, labels):
    while True:
        for i in range(len(images)):
            yield images[i : i + 1], labels[i : i + 1]


model = Sequential()
model.add(Input((24, 24, 3)))
model.add(Conv2D(8, (3, 3), activation="relu"))
model.add(MaxPooling2D())
model.add(Flatten())
model.add(Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(data_generator(images, labels), steps_per_epoch=60, epochs=2, verbose=2)
