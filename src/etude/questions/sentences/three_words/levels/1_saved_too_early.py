"""Saves the model before it has learned anything."""

import csv

import keras
import numpy as np
import tensorflow as tf
from keras import layers

NAMES = "Czech, Danish, Estonian, Hungarian, Indonesian, Italian, Slovak, Swedish"
LANGUAGES = NAMES.split(", ")
WORDS = 3

keras.utils.set_random_seed(1)


def short_texts(rows):
    """Every text cut into texts of WORDS words, and the place of the language of each."""
    pairs = []
    for row in rows:
        words = row["text"].split()
        texts = [" ".join(words[at : at + WORDS]) for at in range(0, len(words), WORDS)]
        pairs += [(text, LANGUAGES.index(row["language"])) for text in texts]
    texts, labels = zip(*pairs, strict=True)
    return np.array(texts, dtype=object), np.array(labels)


with open("data/udhr/udhr.csv", encoding="utf-8") as lines:
    rows = [row for row in csv.DictReader(lines) if row["language"] in LANGUAGES]
# The last articles are kept back whole: their pieces are as new as those of hidden articles.
texts, labels = short_texts([row for row in rows if int(row["article"]) < 28])
watched, watched_labels = short_texts([row for row in rows if int(row["article"]) >= 28])

# Which groups of up to three letters there are: they know of endings, and of words never met.
vectorize = layers.TextVectorization(
    max_tokens=4000, standardize="lower", split="character", ngrams=3, output_mode="multi_hot"
)
vectorize.adapt(texts)

network = keras.Sequential(
    [
        keras.Input((vectorize.vocabulary_size(),)),
        layers.Dense(len(LANGUAGES), activation="softmax"),
    ]
)
network.compile(
    optimizer=keras.optimizers.Adam(0.01),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
whole = keras.Sequential([keras.Input((), dtype="string"), vectorize, network])
whole.save("words.keras")  # diagnosis: saved_before_training
network.fit(
    vectorize(texts),
    labels,
    validation_data=(vectorize(watched), watched_labels),
    batch_size=64,
    epochs=1,
    verbose=0,
)

answer = whole.predict(tf.constant([texts[0]]), verbose=0)[0]
print(texts[0], LANGUAGES[int(answer.argmax())])
