"""Estimates a property of cars, and exports the model for a server."""

import csv

import keras
import numpy as np
from keras import layers

TARGET = "weight"
COLUMNS = ["acceleration", "displacement", "model_year"]

keras.utils.set_random_seed(1)

with open("data/auto_mpg/auto_mpg.csv", encoding="utf-8", newline="") as file:
    rows = [row for row in csv.DictReader(file) if row[TARGET]]
target = np.array([float(row[TARGET]) for row in rows], "float32")  # (rows,)
columns = {name: np.array([float(row[name]) for row in rows], "float32") for name in COLUMNS}

inputs = {name: keras.Input((1,), name=name) for name in COLUMNS}
scaled = [
    layers.Normalization(mean=float(values.mean()), variance=float(values.var()))(inputs[name])
    for name, values in columns.items()
]  # (B, 1) each; inside the model, so that clients send what they have measured
x = layers.Concatenate()(scaled)  # (B, 3)
x = layers.Dense(32, activation="relu")(x)
x = layers.Dense(16, activation="relu")(x)
estimate = layers.Dense(1)(x)  # around 0, with a spread of 1
answer = layers.Rescaling(float(target.std()), offset=float(target.mean()))(estimate)

network = keras.Model(inputs, estimate)
network.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae")
network.fit(
    columns, (target - target.mean()) / target.std(), batch_size=64, epochs=40, verbose=0
)
keras.Model(inputs, answer).export("served", verbose=False)
