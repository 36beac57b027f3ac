"""Which quarter of a ring a point lies in, by a network of three layers and plain SGD."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(7)
rng = np.random.default_rng(7)

angle = rng.uniform(0, 2 * np.pi, size=1200)
radius = rng.uniform(0.5, 1.0, size=1200)
points = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1).astype("float32")
quarter = ((points[:, 0] > 0) ^ (points[:, 1] > 0)).astype("int32")

model = keras.Sequential(
    [
        keras.Input((2,)),
        layers.Dense(32, activation="tanh"),
        layers.Dense(32, activation="tanh"),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(optimizer="sgd", loss="binary_crossentropy", metrics=["accuracy"])  # diagnosis: learning_rate_too_low
model.fit(points[:1000], quarter[:1000], epochs=25, verbose=0)
print(model.evaluate(points[1000:], quarter[1000:], verbose=0))
