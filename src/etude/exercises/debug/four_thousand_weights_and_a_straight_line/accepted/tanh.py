"""Another function that bends."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)


def two_rings(count):
    """Points (count, 2) on two rings around 0, and which ring each is on: 1 for the outer one."""
    rng = np.random.default_rng(1)
    outer = rng.integers(0, 2, count)
    angle, radius = rng.uniform(0, 2 * np.pi, count), 1 + outer + rng.normal(0, 0.15, count)
    points = radius[:, np.newaxis] * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    return points.astype("float32"), outer.astype("float32")


points, outer = two_rings(1000)
train_points, train_outer = points[:800], outer[:800]
test_points, test_outer = points[800:], outer[800:]

model = keras.Sequential(
    [
        keras.Input((2,)),
        layers.Dense(64, activation="tanh"),
        layers.Dense(64, activation="tanh"),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"]
)
model.fit(train_points, train_outer, batch_size=32, epochs=15, verbose=0)

_, accuracy = model.evaluate(test_points, test_outer, verbose=0)
print(f"{model.count_params()} weights, accuracy {accuracy:.2f} on {len(test_outer)} other points")
