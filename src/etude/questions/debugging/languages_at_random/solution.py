"""Says in which of five languages a piece of text is written."""

import csv

import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(1)

LANGUAGES = "Czech,Danish,French,German,Turkish".split(",")  # in the order of the outputs

with open("data/udhr/udhr.csv", encoding="utf-8", newline="") as file:
    rows = [row for row in csv.DictReader(file) if row["language"] in LANGUAGES]
texts = np.array([row["text"] for row in rows])
labels = np.array([LANGUAGES.index(row["language"]) for row in rows])

order = np.random.default_rng(1).permutation(len(rows))
texts, labels = texts[order], labels[order]
data = tf.data.Dataset.from_tensor_slices((texts, labels)).batch(32)

vectorize = layers.TextVectorization(
    max_tokens=600, split="character", ngrams=2, output_mode="multi_hot"
)
vectorize.adapt(texts)
model = keras.Sequential(
    [
        keras.Input((1,), dtype="string"),
        vectorize,
        layers.Dense(5, activation="softmax"),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.01),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(data, epochs=8, verbose=0)
model.save("languages.keras")
