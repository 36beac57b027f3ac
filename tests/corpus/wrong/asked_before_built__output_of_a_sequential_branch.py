"""Two branches, numbers and pictures, to be joined: "The layer sequential has never been called". It begins with input_dim!"""
import numpy as np
from tensorflow.keras.layers import Conv2D, Dense, Flatten, Input, MaxPooling2D, concatenate
from tensorflow.keras.models import Model, Sequential

rng = np.random.default_rng(0)
numbers = rng.random((60, 10)).astype("float32")
pictures = rng.random((60, 16, 16, 3)).astype("float32")
prices = rng.random(60)

mlp = Sequential()
mlp.add(Dense(8, input_dim=10, activation="relu"))
mlp.add(Dense(4, activation="relu"))

photo = Input((16, 16, 3))
x = Conv2D(8, 3, activation="relu")(photo)
x = MaxPooling2D()(x)
x = Flatten()(x)
cnn = Model(photo, Dense(4, activation="relu")(x))

both = concatenate([mlp.output, cnn.output])  # diagnosis: asked_before_built
both = Dense(1)(Dense(4, activation="relu")(both))
model = Model([mlp.input, cnn.input], both)
model.compile("adam", "mae")
model.fit([numbers, pictures], prices, epochs=2)
