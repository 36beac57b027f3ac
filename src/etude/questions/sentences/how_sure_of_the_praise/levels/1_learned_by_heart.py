"""Trains until every review is known by heart, with nothing against it."""

import csv

import keras
import numpy as np
import tensorflow as tf
from keras import layers

WORDS = 4000
LENGTH = 45

keras.utils.set_random_seed(1)

with open("data/reviews/reviews.csv", encoding="utf-8") as lines:
    rows = list(csv.DictReader(lines))
texts = np.array([row["text"] for row in rows], dtype=object)
labels = np.array([float(row["score"] == "great") for row in rows])[:, np.newaxis]
order = np.random.default_rng(1).permutation(len(texts))
held_out, learned = order[:300], order[300:]

vectorize = layers.TextVectorization(max_tokens=WORDS, output_sequence_length=LENGTH)
vectorize.adapt(texts[learned])

network = keras.Sequential(
    [
        keras.Input((LENGTH,), dtype="int64"),
        layers.Embedding(WORDS, 32, mask_zero=True),
        layers.GlobalAveragePooling1D(),  # (batch, 16); padding does not count
        layers.Dense(1, activation="sigmoid"),
    ]
)
network.compile(optimizer=keras.optimizers.Adam(0.04), loss="binary_crossentropy")
network.fit(  # diagnosis: overfits
    vectorize(texts[learned]),
    labels[learned],
    validation_data=(vectorize(texts[held_out]), labels[held_out]),
    batch_size=64,
    epochs=12,
    verbose=0,
)

whole = keras.Sequential([keras.Input((), dtype="string"), vectorize, network])
print(whole.predict(tf.constant(["The best coffee I ever had!"]), verbose=0))
whole.save("praise.keras")
