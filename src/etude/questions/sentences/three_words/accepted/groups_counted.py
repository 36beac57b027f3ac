"""Counts groups of two to four letters, in texts that overlap."""

import csv

import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(1)

NAMES = "Czech, Danish, Estonian, Hungarian, Indonesian, Italian, Slovak, Swedish"
numbers = {name: number for number, name in enumerate(NAMES.split(", "))}
pairs = []
with open("data/udhr/udhr.csv", encoding="utf-8") as lines:
    for row in csv.DictReader(lines):
        words = row["text"].split()
        if row["language"] in numbers:
            starts = range(0, len(words) - 2, 2)
            pairs += [(" ".join(words[at : at + 3]), numbers[row["language"]]) for at in starts]
texts, labels = (np.array(part) for part in zip(*pairs, strict=True))
last = int(0.9 * len(texts))  # rows are in the order of the articles

letters = layers.TextVectorization(
    max_tokens=5000, standardize="lower", split="character", ngrams=(2, 3, 4), output_mode="count"
)
letters.adapt(texts[:last])
groups = keras.Input((letters.vocabulary_size(),))
network = keras.Model(groups, layers.Dense(8)(layers.Dropout(0.2)(groups)))
network.compile(
    optimizer=keras.optimizers.Adam(0.01),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
given = tf.data.Dataset.from_tensor_slices((letters(texts[:last]), labels[:last]))
network.fit(
    given.shuffle(4000).batch(64).prefetch(1),
    validation_data=(letters(texts[last:]), labels[last:]),
    epochs=4,
    verbose=0,
)
written = keras.Input((), dtype="string")
keras.Model(written, network(letters(written))).save("words.keras")
