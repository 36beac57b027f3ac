"""19 million parameters for a tiny network; the file has 75 MB."""
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.random((24, 96, 96, 3)).astype("float32")
y = rng.integers(0, 3, 24)

model = keras.Sequential([
    keras.Input((96, 96, 3)),
    layers.Conv2D(16, 3, padding="same", activation="relu"),
    layers.Conv2D(32, 3, padding="same", activation="relu"),
    layers.MaxPooling2D(),
    layers.Flatten(),  # diagnosis: flatten_makes_huge_dense
    layers.Dense(256, activation="relu"),  # diagnosis: flatten_makes_huge_dense
    layers.Dense(3, activation="softmax"),
])
model.summary()
model.compile("sgd", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x[:18], y[:18], validation_data=(x[18:], y[18:]), epochs=1, verbose=2)
