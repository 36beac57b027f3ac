"""My own Euclidean loss trains, but its value changes with batch_size: 1.6 with 16, about three times that with 128."""
import keras
import numpy as np
from keras import ops

keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
signals = rng.normal(size=(384, 8)).astype("float32")
places = np.stack([signals[:, 0] * 2, signals[:, 1] - signals[:, 2], signals[:, 3]], axis=1)


def euclidean(y_true, y_pred):
    squares = ops.square(y_pred - y_true)
    return ops.sqrt(ops.sum(squares, axis=0))  # diagnosis: loss_sums_over_batch


model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(3)])
model.compile(keras.optimizers.Adam(0.005), euclidean)
model.fit(signals, places, batch_size=32, epochs=6, verbose=0)
for size in (16, 128):
    print(size, model.evaluate(signals, places, batch_size=size, verbose=0))
