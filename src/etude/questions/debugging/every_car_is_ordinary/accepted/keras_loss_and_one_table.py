"""Takes Keras's own loss, prepares all numbers at once, and scales the answers back at the end."""

import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(1)

numbers = ["displacement", "horsepower", "weight", "model_year"]
cars = np.genfromtxt(
    "data/auto_mpg/auto_mpg.csv", delimiter=",", names=True, dtype=None, encoding="utf-8"
)
cars = cars[np.isfinite(cars["mpg"].astype("float32"))]
table = np.stack([cars[name] for name in numbers], axis=1).astype("float32")  # (cars, 4), NaN: gap
target = cars["mpg"].astype("float32")
mean, deviation = np.nanmean(table, axis=0), np.nanstd(table, axis=0)

inputs = {name: keras.Input((), name=name) for name in numbers}
inputs["origin"] = keras.Input((), name="origin", dtype="string")
scaled = (ops.stack([inputs[name] for name in numbers], axis=1) - mean) / deviation
filled = ops.where(ops.isnan(scaled), 0.0, scaled)  # the mean
look_up = layers.StringLookup(output_mode="one_hot")
look_up.adapt(cars["origin"])
prepare = keras.Model(inputs, layers.Concatenate()([filled, look_up(inputs["origin"])]))

raw = {name: ops.convert_to_tensor(table[:, place]) for place, name in enumerate(numbers)}
raw["origin"] = ops.convert_to_tensor(cars["origin"].tolist())
features = np.asarray(prepare(raw))
network = keras.Sequential(
    [
        keras.Input(features.shape[1:]),
        layers.Dense(32, activation="relu"),
        layers.Dense(32, activation="relu"),
        layers.Dense(1),
    ]
)
network.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae")
network.fit(features, (target - target.mean()) / target.std(), epochs=20, verbose=0)

outputs = network(prepare.output) * float(target.std()) + float(target.mean())
keras.Model(prepare.input, outputs).save("ordinary.keras")
