"""A Sequential branch joined with another by its own list of outputs."""
import numpy as np
from tensorflow.keras.layers import Conv2D, Dense, Flatten, Input, MaxPooling2D, concatenate
from tensorflow.keras import utils
from tensorflow.keras.models import Model, Sequential

utils.set_random_seed(3)
rng = np.random.default_rng(0)
numbers = rng.random((300, 10)).astype("float32")
pictures = rng.random((300, 16, 16, 3)).astype("float32")
prices = numbers[:, 0] + pictures.mean((1, 2, 3))

mlp = Sequential()
mlp.add(Input((10,)))
mlp.add(Dense(8, activation="relu"))
mlp.add(Dense(4, activation="relu"))

photo = Input((16, 16, 3))
x = Conv2D(8, 3, activation="relu")(photo)
x = MaxPooling2D()(x)
x = Flatten()(x)
cnn = Model(photo, Dense(16, activation="relu")(x))

both = concatenate([mlp.outputs[0], cnn.output])
both = Dense(1)(Dense(16, activation="relu")(both))
model = Model([mlp.inputs[0], cnn.input], both)
model.compile("adam", "mae")
model.fit([numbers, pictures], prices, epochs=8, batch_size=16, validation_split=0.2, verbose=2)
