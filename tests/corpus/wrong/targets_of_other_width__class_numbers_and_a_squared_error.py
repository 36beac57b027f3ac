# flowers of three kinds
import keras
import numpy as np

rng = np.random.default_rng(7)
kinds = rng.integers(0, 3, 150)
petals = rng.normal(kinds[:, None], 0.5, size=(150, 4)).astype("float32")

model = keras.Sequential()
model.add(keras.Input((4,)))
model.add(keras.layers.Dense(12, activation="relu"))
model.add(keras.layers.Dense(3, activation="softmax"))
model.compile(optimizer="adam", loss="mean_squared_error", metrics=["accuracy"])  # diagnosis: targets_of_other_width
model.fit(petals, kinds, epochs=5, verbose=0)
