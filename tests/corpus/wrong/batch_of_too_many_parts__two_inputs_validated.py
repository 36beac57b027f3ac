"""Two inputs, and validation_data like the return of train_test_split."""
import keras
import numpy as np

rng = np.random.default_rng(24)
size, place = rng.normal(size=(150, 2)).astype("float32"), rng.normal(size=(150, 3)).astype("float32")
price = size.sum(axis=1) + place[:, 0]

a, b = keras.Input((2,)), keras.Input((3,))
hidden = keras.layers.Dense(16, activation="relu")(keras.layers.Concatenate()([a, b]))
model = keras.Model([a, b], keras.layers.Dense(1)(hidden))
model.compile(optimizer="adam", loss="mse")
model.fit(
    [size[:120], place[:120]],
    price[:120],
    epochs=3,
    validation_data=(size[120:], place[120:], price[120:], np.ones(30)),  # diagnosis: batch_of_too_many_parts
    verbose=2,
)
