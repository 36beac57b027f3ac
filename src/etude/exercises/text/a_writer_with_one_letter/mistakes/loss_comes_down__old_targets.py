"""The function is mended, and the training does not use what it gives."""

import csv

import keras
import numpy as np
from keras import layers

LENGTH = 20

keras.utils.set_random_seed(1)

with open("data/udhr/udhr.csv", encoding="utf-8") as lines:
    rows = [row["text"] for row in csv.DictReader(lines) if row["language"] == "English"]
text = " ".join(rows).lower()[:4000]
characters = sorted(set(text))
numbers = np.array([characters.index(character) for character in text])


def windows(numbers, length):
    """Inputs and targets (windows, length)."""
    count = (len(numbers) - 1) // length
    inputs = numbers[: count * length].reshape(count, length)
    targets = numbers[1 : count * length + 1].reshape(count, length)
    return inputs, targets


inputs, _ = windows(numbers, LENGTH)
model = keras.Sequential(
    [
        keras.Input((None,), dtype="int64"),
        layers.Embedding(len(characters), 16),
        layers.GRU(48, return_sequences=True),
        layers.Dense(len(characters)),
    ]
)
loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
model.compile(optimizer=keras.optimizers.Adam(0.02), loss=loss)
model.fit(inputs, inputs, batch_size=32, epochs=6, verbose=0)


def continued(start, steps):
    """The start of a text, and so many characters more, always the likeliest."""
    row = [characters.index(character) for character in start]
    for _ in range(steps):
        logits = model(np.array([row]), training=False)[0, -1]
        row.append(int(np.argmax(logits)))
    return "".join(characters[number] for number in row)


print(continued("the righ", 12))
