"""A first convolutional network for digits."""
import keras
import numpy as np

digits = np.random.default_rng(0).random((64, 28, 28, 1)).astype("float32")
names = np.arange(64) % 10

model = keras.models.Sequential()
model.add(keras.Input((28, 28, 1)))
model.add(keras.layers.Conv2D(3, 32, activation="relu", padding="same"))  # diagnosis: filters_and_kernel_size_swapped
model.add(keras.layers.MaxPooling2D(2))
model.add(keras.layers.Flatten())
model.add(keras.layers.Dense(10, activation="softmax"))
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(digits, names, epochs=1, verbose=0)
