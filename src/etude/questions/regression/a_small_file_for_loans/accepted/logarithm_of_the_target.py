"""Learns the logarithm of the target, and wraps the network by the exponential."""

import csv

import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(1)

names = ["amount", "time", "seniority", "age", "expenses"]
with open("data/credit/credit.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
x = np.array([[row[name] for name in names] for row in rows], dtype="float32")
y = np.array([row["price"] for row in rows], dtype="float32")
logarithm = np.log1p(y)
middle, spread = float(logarithm.mean()), float(logarithm.std())

inputs = keras.Input((5,))
scaled = layers.Normalization(mean=x.mean(axis=0), variance=x.var(axis=0))(inputs)
hidden = layers.Dense(32, activation="relu")(ops.clip(scaled, -4, 4))
hidden = layers.Dense(16, activation="relu")(hidden)
network = keras.Model(inputs, layers.Dense(1)(hidden))
network.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae")
network.fit(x, (logarithm - middle) / spread, batch_size=64, epochs=8, verbose=0)

outputs = ops.expm1(network.output * spread + middle)
keras.Model(inputs, outputs).save("price.keras")
