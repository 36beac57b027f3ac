"""Logits, which whoever loads the file takes for probabilities."""

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
great = np.array([int(row["score"] == "great") for row in rows])  # 1 for great, 0 for other
order = np.random.default_rng(1).permutation(len(texts))
held_out, learned = order[:300], order[300:]

vectorize = layers.TextVectorization(max_tokens=WORDS, output_sequence_length=LENGTH)
vectorize.adapt(texts[learned])

network = keras.Sequential(
    [
        keras.Input((LENGTH,), dtype="int64"),
        layers.Embedding(WORDS, 16, mask_zero=True),
        layers.GlobalAveragePooling1D(),  # (batch, 16); padding does not count
        layers.Dropout(0.3),
        layers.Dense(1),
    ]
)
network.compile(
    optimizer=keras.optimizers.Adam(0.01), loss=keras.losses.BinaryCrossentropy(from_logits=True), metrics=["accuracy"]
)
network.fit(
    vectorize(texts[learned]),
    great[learned],
    validation_data=(vectorize(texts[held_out]), great[held_out]),
    batch_size=64,
    epochs=5,
    verbose=0,
)

whole = keras.Sequential([keras.Input((1,), dtype="string"), vectorize, network])
print(whole.predict(tf.constant(["The best coffee I ever had!"]), verbose=0))
whole.save("reviews.keras")
