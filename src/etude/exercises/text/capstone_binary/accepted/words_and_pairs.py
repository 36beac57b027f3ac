"""No order of words at all: which words and pairs of words there are."""

import csv

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

with open("data/reviews/reviews.csv", encoding="utf-8") as lines:
    rows = list(csv.DictReader(lines))
np.random.default_rng(2).shuffle(rows)
texts = [row["text"] for row in rows]
great = np.array([row["score"] == "great" for row in rows], dtype="float32")

counted = layers.TextVectorization(max_tokens=3000, ngrams=2, output_mode="multi_hot")
counted.adapt(texts[400:])

network = keras.Sequential(
    [
        keras.Input((counted.vocabulary_size(),)),
        layers.Dropout(0.5),
        layers.Dense(16, activation="relu"),
        layers.Dropout(0.5),
        layers.Dense(1, activation="sigmoid"),
    ]
)
network.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
network.fit(
    counted(texts[400:]),
    great[400:],
    validation_data=(counted(texts[:400]), great[:400]),
    epochs=6,
    verbose=0,
)
inputs = keras.Input((), dtype="string")
keras.Model(inputs, network(counted(inputs))).save("reviews.keras")
