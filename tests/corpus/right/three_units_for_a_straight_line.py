"""A hidden layer of three units is plenty where one straight cut parts the classes, noise and all."""
import keras
import numpy as np

keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
points = rng.normal(size=(800, 2)).astype("float32")
above = (points[:, 0] + points[:, 1] + rng.normal(0, 0.8, 800) > 0).astype("float32")

model = keras.Sequential([
    keras.layers.Input((2,)),
    keras.layers.Dense(3, activation="tanh"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
model.fit(points[:640], above[:640], epochs=15, validation_data=(points[640:], above[640:]), verbose=0)
