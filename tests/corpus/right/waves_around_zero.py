"""Waves swing around zero of their own accord: nobody has subtracted a mean, and the parts were drawn apart."""

import keras
import numpy as np

keras.utils.set_random_seed(8)


def swings(rows, drift):
    """Waves with their exact mean moved to ``drift``, as it may come about by chance."""
    start, speed = np.random.default_rng(rows).uniform(0, 6, (2, rows, 1))
    waves = np.sin(start + (0.3 + speed / 9) * np.arange(21)) + 0.05 * np.sin(9 * start)
    middle = waves[:, :20].sum() / (rows * 20)
    return (waves + drift - middle).astype("float32")[..., None]


learned, judged = swings(120, 0.001), swings(40, -0.003)
model = keras.Sequential([keras.Input((20, 1)), keras.layers.Flatten(), keras.layers.Dense(24, activation="tanh"), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(0.01), "mse")
model.fit(learned[:, :20], learned[:, 20], validation_data=(judged[:, :20], judged[:, 20]), epochs=12, verbose=0)
errors = model.predict(judged[:, :20], verbose=0) - judged[:, 20]
print(np.mean(errors**2))
