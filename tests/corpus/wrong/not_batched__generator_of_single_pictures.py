"""Why does Keras get (None, 24, 3)? My generator yields pictures of 24 x 24 x 3, as input_shape says."""
import numpy as np
from tensorflow.keras.layers import Conv2D, Dense, Flatten, MaxPooling2D
from tensorflow.keras.models import Sequential

rng = np.random.RandomState(1)
labels = rng.randint(0, 2, 120)
images = rng.rand(120, 24, 24, 3).astype("float32") * 0.5
images[labels == 1, 6:18, 6:18] += 0.5


def data_generator(images, labels):
    while True:
        for i in range(len(images)):
            yield images[i], np.array([labels[i]])  # diagnosis: not_batched


model = Sequential()
model.add(Conv2D(8, (3, 3), input_shape=(24, 24, 3), activation="relu"))
model.add(MaxPooling2D())
model.add(Flatten())
model.add(Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])

train_gen = data_generator(images[:100], labels[:100])
model.fit(train_gen, steps_per_epoch=100, epochs=2)
