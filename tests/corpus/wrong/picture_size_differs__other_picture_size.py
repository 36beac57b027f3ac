"""expected axis -1 of input shape to have value 1728, but received input with shape (4, 6912)."""
import keras
import numpy as np
from keras.layers import Conv2D, Dense, Flatten, Rescaling

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
small = rng.integers(0, 256, (64, 24, 24, 3)).astype("float32")
kind = (small[:, :12].mean(axis=(1, 2, 3)) > small[:, 12:].mean(axis=(1, 2, 3))).astype(int)

model = keras.Sequential([
    Rescaling(1 / 255),
    Conv2D(12, 3, strides=2, padding="same", activation="relu"),
    Flatten(),
    Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(small[:48], kind[:48], epochs=2, validation_data=(small[48:], kind[48:]), verbose=0)

camera = rng.integers(0, 256, (4, 48, 48, 3)).astype("float32")  # diagnosis: picture_size_differs
print(model.predict(camera))  # diagnosis: picture_size_differs
