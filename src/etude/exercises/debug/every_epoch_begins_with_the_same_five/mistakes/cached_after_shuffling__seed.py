"""A seed, and an argument that is the default."""

import csv

import keras
import numpy as np
import tensorflow as tf
from keras import layers

NUMBERS = ["seniority", "age", "expenses", "income", "assets", "debt", "amount", "price"]

keras.utils.set_random_seed(1)

with open("data/credit/credit.csv", encoding="utf-8", newline="") as file:
    rows = [row for row in csv.DictReader(file) if all(row[name] for name in NUMBERS)]
features = np.array([[float(row[name]) for name in NUMBERS] for row in rows], "float32")
is_bad = np.array([row["status"] == "bad" for row in rows], "float32")  # (applications,)

training_data = tf.data.Dataset.from_tensor_slices((features, is_bad))
training_data = training_data.shuffle(len(features), seed=7, reshuffle_each_iteration=True)
training_data = training_data.cache().batch(64).prefetch(2)  # diagnosis: cached_after_shuffling

normalize = layers.Normalization()
normalize.adapt(features)
model = keras.Sequential(
    [
        keras.Input((len(NUMBERS),)),
        normalize,
        layers.Dense(16, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(training_data, epochs=3, verbose=2)

for epoch in range(1, 4):
    batches = [batch for batch, _ in training_data]  # each (64, 8) but for the last
    print(f"pass {epoch}: ages of the first five applicants {batches[0][:5, 1].numpy().astype(int)}")
