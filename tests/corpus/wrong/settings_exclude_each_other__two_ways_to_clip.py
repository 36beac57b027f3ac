"""Clipping of gradients, both ways to be safe."""
import keras
import numpy as np

rng = np.random.default_rng(13)
steps = rng.normal(size=(100, 15, 2)).astype("float32")
total = steps[:, :, 0].sum(axis=1) / 4

model = keras.Sequential([keras.Input((15, 2)), keras.layers.GRU(16), keras.layers.Dense(1)])
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.003, clipnorm=1.0, clipvalue=0.5),  # diagnosis: settings_exclude_each_other
    loss="mse",
)
model.fit(steps, total, epochs=4, verbose=2)
