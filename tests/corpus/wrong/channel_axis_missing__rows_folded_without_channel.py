"""The rows have 30 * 24 numbers and Reshape((30, 24)) is right, yet Conv2D expects min_ndim=4, found ndim=3."""
import numpy as np
from tensorflow.keras.layers import Activation, Conv2D, Dense, Flatten, MaxPooling2D, Reshape
from tensorflow.keras.models import Sequential

rng = np.random.default_rng(2)
x = rng.random((90, 720)).astype("float32")
y = rng.integers(0, 4, 90)

model = Sequential()
model.add(Reshape((30, 24), input_shape=(720,)))  # diagnosis: channel_axis_missing
model.add(Conv2D(8, (5, 5), padding="same"))
model.add(MaxPooling2D(pool_size=(2, 2)))
model.add(Flatten())
model.add(Dense(4))
model.add(Activation("softmax"))
model.compile("rmsprop", "sparse_categorical_crossentropy")
model.fit(x, y, epochs=1)
