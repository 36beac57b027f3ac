# fit says 0.8, evaluate on the SAME data right after says 0.5?? no dropout in there
import keras
import numpy as np
from keras.layers import BatchNormalization, Conv2D, Dense, Flatten, Input, LeakyReLU
from keras.models import Sequential

keras.utils.set_random_seed(3)


def draw(n_each=32, size=48):
    """Chairs and lamps on white."""
    rng = np.random.default_rng(8)
    pictures = np.ones((2 * n_each, size, size, 3)) * 0.95
    for i in range(2 * n_each):
        h, w = rng.integers(14, 22), rng.integers(8, 14)
        r, c = rng.integers(4, size - h - 4), rng.integers(4, size - 2 * w)
        colour = rng.uniform(0.1, 0.7, 3)
        if i < n_each:
            pictures[i, r:r + h, c:c + 3] = colour
            pictures[i, r + h // 2:r + h // 2 + 3, c:c + w] = colour
        else:
            pictures[i, r:r + 6, c:c + w] = colour
            pictures[i, r:r + h, c + w // 2:c + w // 2 + 2] = colour
    return pictures.astype("float32"), np.repeat([0, 1], n_each)


pictures, kinds = draw()

model = Sequential()
model.add(Input((48, 48, 3)))
model.add(Conv2D(5, 4, strides=2, padding="same"))
model.add(LeakyReLU(0.2))
model.add(Conv2D(10, 4, strides=2, padding="same"))
model.add(BatchNormalization())  # diagnosis: batch_statistics_lag_behind
model.add(LeakyReLU(0.2))
model.add(Flatten())
model.add(Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(pictures, kinds, batch_size=8, epochs=5)
print(model.evaluate(pictures, kinds))
