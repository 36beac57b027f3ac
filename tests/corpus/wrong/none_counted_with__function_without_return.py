# standardise, then train
import keras
import numpy as np


def standardise(values):  # diagnosis: none_counted_with
    mean, deviation = values.mean(axis=0), values.std(axis=0)
    values = (values - mean) / deviation


rng = np.random.default_rng(0)
raw = rng.normal(50, 12, size=(100, 3))
targets = raw[:, 0] * 0.2 + raw[:, 1] * 0.1
ready = standardise(raw)
train, held_out = ready[:80], ready[80:]

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(train, targets[:80], epochs=2, verbose=0)
