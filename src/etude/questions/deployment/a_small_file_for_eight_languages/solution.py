"""Learns to name eight languages."""

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
labels = np.array([LANGUAGES.index(row["language"]) for row in rows])

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
    epochs=12,
    verbose=2,
)
# Of the network only its layers: a compiled one brings its optimizer along, twice as large as itself.
whole = keras.Sequential([keras.Input((), dtype="string"), vectorize, *network.layers])
whole.save("names.keras")
print(f"{os.path.getsize('names.keras'):,} bytes")
