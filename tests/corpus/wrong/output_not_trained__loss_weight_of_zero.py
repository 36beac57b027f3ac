"""Two heads: colour is learned, shape stays at guessing."""
import numpy as np
import keras
from keras import layers

keras.utils.set_random_seed(13)
rng = np.random.default_rng(13)
shape, colour = rng.integers(0, 2, 200), rng.integers(0, 3, 200)
x = rng.random((200, 16, 16, 3)).astype("float32") * 0.3
for i in range(200):
    rows = slice(2, 8) if shape[i] else slice(8, 14)
    x[i, rows, 4:12, colour[i]] += 0.6
inputs = keras.Input((16, 16, 3))
h = layers.Conv2D(8, 3, activation="relu")(inputs)
h = layers.Flatten()(h)
out_shape = layers.Dense(1, activation="sigmoid", name="shape")(h)
out_colour = layers.Dense(3, activation="softmax", name="colour")(h)
model = keras.Model(inputs, {"shape": out_shape, "colour": out_colour})
model.compile(
    "adam",
    loss={"shape": "binary_crossentropy", "colour": "sparse_categorical_crossentropy"},
    loss_weights={"shape": 0.0, "colour": 1.0},  # diagnosis: output_not_trained
    metrics={"shape": "accuracy", "colour": "accuracy"},
)
model.fit(x, {"shape": shape, "colour": colour}, epochs=5, validation_split=0.2, verbose=2)
