"""A subclass, and windows that are cut one by one."""

import csv

import keras
import numpy as np
from keras import layers

LENGTH = 20

keras.utils.set_random_seed(3)

with open("data/udhr/udhr.csv", encoding="utf-8") as lines:
    rows = [row["text"] for row in csv.DictReader(lines) if row["language"] == "English"]
text = " ".join(rows).lower()[:5000]
characters = sorted(set(text))
numbers = np.array([characters.index(character) for character in text])


def windows(numbers, length):
    starts = range(0, len(numbers) - length, length)
    inputs = np.stack([numbers[start : start + length] for start in starts])
    targets = np.stack([numbers[start + 1 : start + length + 1] for start in starts])
    return inputs, targets


class Writer(keras.Model):
    def __init__(self, size):
        super().__init__()
        self.vectors = layers.Embedding(size, 16)
        self.reader = layers.GRU(48, return_sequences=True)
        self.logits = layers.Dense(size)

    def call(self, tokens):
        return self.logits(self.reader(self.vectors(tokens)))


def build(size):
    model = Writer(size)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.RMSprop(0.02), loss=loss)
    return model


def draw(logits, temperature):
    scaled = np.array(logits, "float64") / temperature
    raised = np.exp(scaled - np.max(scaled))
    return np.searchsorted(np.cumsum(raised / raised.sum()), np.random.random())


def generate(model, start, steps, temperature):
    row = np.array(start)
    for _ in range(steps):
        logits = np.asarray(model(row[np.newaxis]))[0, -1]
        row = np.append(row, draw(logits, temperature))
    return row


inputs, targets = windows(numbers, LENGTH)
model = build(len(characters))
model.fit(inputs, targets, batch_size=32, epochs=8, verbose=0)
print("".join(characters[number] for number in generate(model, numbers[:8], 12, 0.5)))
