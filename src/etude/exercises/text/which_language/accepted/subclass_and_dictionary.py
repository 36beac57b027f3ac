"""A subclass, and labels by a dictionary."""

import csv

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

LANGUAGES = ["Danish", "Dutch", "English", "German", "Norwegian", "Swedish"]

with open("data/udhr/udhr.csv", encoding="utf-8") as lines:
    rows = [row for row in csv.DictReader(lines) if row["language"] in LANGUAGES]
number_of = {language: number for number, language in enumerate(LANGUAGES)}
labels = np.array([number_of[row["language"]] for row in rows], dtype="float32")
texts = [row["text"] for row in rows]
cut = int(0.8 * len(texts))  # the last articles are for testing
train_texts, test_texts = texts[:cut], texts[cut:]
train_labels, test_labels = labels[:cut], labels[cut:]

vectorize = layers.TextVectorization(output_sequence_length=12)
vectorize.adapt(train_texts)
train_words, test_words = vectorize(train_texts), vectorize(test_texts)  # (sentences, 12)



class Languages(keras.Model):
    def __init__(self):
        super().__init__()
        self.vectors = layers.Embedding(vectorize.vocabulary_size(), 16, mask_zero=True)
        self.mean = layers.GlobalAveragePooling1D()
        self.decide = layers.Dense(len(LANGUAGES), activation="softmax")

    def call(self, words):
        return self.decide(self.mean(self.vectors(words)))


model = Languages()
model.compile(
    optimizer=keras.optimizers.Adam(0.03),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(train_words, train_labels, batch_size=32, epochs=10, verbose=0)


def names(outputs):
    """The language that each row of outputs (n, 6) gives the largest number."""
    found = []
    for row in outputs:
        row = list(row)
        found.append(LANGUAGES[row.index(max(row))])
    return found


print(names(model.predict(vectorize(["where is the station"]), verbose=0)))
