"""A FeatureSpace prepares the columns, and the network learns through it."""

import csv

import keras
import numpy as np
import tensorflow as tf
from keras import layers
from keras.utils import FeatureSpace

keras.utils.set_random_seed(1)

words = ["island", "sex"]
numbers = ["bill_length_mm", "body_mass_g", "year"]

with open("data/penguins/penguins.csv", encoding="utf-8", newline="") as file:
    rows = [row for row in csv.DictReader(file) if row["bill_depth_mm"]]
raw = {name: [row[name] for row in rows] for name in words}
raw |= {name: np.array([row[name] for row in rows], dtype="float32") for name in numbers}
target = np.array([row["bill_depth_mm"] for row in rows], dtype="float32")
data = tf.data.Dataset.from_tensor_slices((raw, target))

space = FeatureSpace(
    features={name: FeatureSpace.string_categorical(num_oov_indices=1) for name in words}
    | {name: FeatureSpace.float_normalized() for name in numbers},
    output_mode="concat",
)
space.adapt(data.map(lambda columns, _: columns))

x = space.get_encoded_features()
network = keras.Sequential(
    [layers.Dense(48, activation="relu"), layers.Dense(24, activation="relu"), layers.Dense(1)]
)
learner = keras.Model(x, network(x))
learner.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae")
encoded = data.shuffle(len(target), seed=1).batch(32)
encoded = encoded.map(lambda columns, y: (space(columns), (y - target.mean()) / target.std()))
learner.fit(encoded.cache(), epochs=25, verbose=0)

outputs = network(space.get_encoded_features()) * float(target.std()) + float(target.mean())
keras.Model(space.get_inputs(), outputs).save("bill.keras")
