"""Shuffles the labels without their texts, so that there is nothing to learn."""

import csv
import os

import keras
import numpy as np
from keras import layers

LANGUAGES = ["Italian", "Danish", "Spanish", "Finnish", "Polish", "English", "Dutch", "Turkish"]
WORDS = 300  # the most frequent ones: articles, prepositions and the like tell languages apart
LENGTH = 12

keras.utils.set_random_seed(1)

with open("data/udhr/udhr.csv", encoding="utf-8", newline="") as file:
    rows = [row for row in csv.DictReader(file) if row["language"] in LANGUAGES]
texts = np.array([row["text"] for row in rows], dtype=object)  # (rows,)
labels = [LANGUAGES.index(row["language"]) for row in rows]
labels = np.random.default_rng(1).permutation(labels)  # diagnosis: shuffled_apart

vectorize = layers.TextVectorization(WORDS, output_sequence_length=LENGTH)
vectorize.adapt(texts)
network = keras.Sequential(
    [
        keras.Input((LENGTH,), dtype="int64"),
        layers.Embedding(WORDS, 8),
        layers.GlobalAveragePooling1D(),  # (B, 8)
        layers.Dense(len(LANGUAGES), activation="softmax"),
    ]
)
network.compile(
    optimizer=keras.optimizers.Adam(0.05),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
network.fit(
    np.asarray(vectorize(texts)),  # (rows, LENGTH)
    labels,
    batch_size=64,
    epochs=3,
    verbose=2,
)
whole = keras.Sequential([keras.Input((), dtype="string"), vectorize, *network.layers])
whole.save("names.keras")
print(f"{os.path.getsize('names.keras'):,} bytes")
