"""ValueError: expected min_ndim=4, found ndim=3, though every picture has its height and width."""
import keras
import numpy as np

rng = np.random.default_rng(4)
tiles = rng.random((40, 18, 18, 1)).astype("float32")
kinds = (tiles[:, :9].mean(axis=(1, 2, 3)) > 0.5).astype("int32")

model = keras.Sequential([
    keras.Input((18, 18)),  # diagnosis: channel_axis_missing
    keras.layers.Conv2D(6, 3, activation="relu"),
    keras.layers.Flatten(),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy")
model.fit(tiles, kinds, epochs=2, verbose=0)
