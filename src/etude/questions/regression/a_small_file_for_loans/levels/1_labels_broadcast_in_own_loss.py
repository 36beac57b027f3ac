"""Compares every prediction with every value of its batch: each becomes the median."""

import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(1)

COLUMNS = ["amount", "time", "seniority", "age", "expenses"]

table = np.genfromtxt(
    "data/credit/credit.csv", delimiter=",", names=True, dtype=None, encoding="utf-8"
)
features = np.stack([table[name] for name in COLUMNS], axis=1).astype("float32")  # (3452, 5)
target = table["price"].astype("float32")  # (3452,)

normalize = layers.Normalization()
normalize.adapt(features)
model = keras.Sequential(
    [
        keras.Input((5,)),
        normalize,
        layers.Dense(24, activation="relu"),
        layers.Dense(24, activation="relu"),
        layers.Dense(1),
        layers.Rescaling(target.std(), offset=np.median(target)),  # back to the table's units
    ]
)


def mean_absolute_error(truth, predictions):
    truth = ops.reshape(truth, (-1,))  # (batch,) against (batch, 1)
    return ops.mean(ops.abs(truth - predictions))  # diagnosis: labels_broadcast_in_own_loss


model.compile(optimizer=keras.optimizers.Adam(0.01), loss=mean_absolute_error)
model.fit(features, target, batch_size=64, epochs=8, verbose=0)
model.save("price.keras")
