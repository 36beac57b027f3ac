"""Strokes in four directions; the convolutions are plain, and one activation comes at the very end."""
import keras
import numpy as np

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
kinds = rng.integers(0, 4, 400)
pictures = rng.uniform(0, 0.3, (400, 16, 16, 1)).astype("float32")
for picture, kind in zip(pictures, kinds):
    place = rng.integers(3, 13)
    steps = np.arange(3, 13)
    rows = [np.full(10, place), steps, steps, 15 - steps][kind]
    columns = [steps, np.full(10, place), steps, steps][kind]
    picture[rows, columns] = 1.0

model = keras.Sequential([
    keras.layers.Input((16, 16, 1)),
    keras.layers.Conv2D(8, (3, 3), padding="same"),  # diagnosis: activation_missing
    keras.layers.MaxPooling2D(),
    keras.layers.Conv2D(8, (3, 3), padding="same"),  # diagnosis: activation_missing
    keras.layers.MaxPooling2D(),
    keras.layers.Flatten(),
    keras.layers.Dense(32),
    keras.layers.Activation("relu"),
    keras.layers.Dense(4),
    keras.layers.Activation("softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(pictures, kinds, epochs=6, batch_size=20, verbose=0)
