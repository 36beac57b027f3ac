"""Takes the likeliest character, whatever the temperature."""

import csv

import keras
import numpy as np
from keras import layers

LENGTH = 20  # characters that the network looks at

keras.utils.set_random_seed(1)

with open("data/udhr/udhr.csv", encoding="utf-8") as lines:
    rows = [row["text"] for row in csv.DictReader(lines) if row["language"] == "English"]
text = " ".join(rows).lower()[:5000]
characters = sorted(set(text))
numbers = np.array([characters.index(character) for character in text])  # (characters of the text,)


def windows(numbers, length):
    """Inputs and targets (windows, length); each target is the number that follows its input."""
    count = (len(numbers) - 1) // length
    inputs = numbers[: count * length].reshape(count, length)
    targets = numbers[1 : count * length + 1].reshape(count, length)  # moved by one
    return inputs, targets


def build(size):
    """A compiled network: numbers below size in, for each of them the logits of the next."""
    model = keras.Sequential(
        [
            keras.Input((None,), dtype="int64"),
            layers.Embedding(size, 16),  # (batch, steps, 16)
            layers.GRU(48, return_sequences=True),  # (batch, steps, 48)
            layers.Dense(size),  # (batch, steps, size)
        ]
    )
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(0.02), loss=loss)
    return model


def draw(logits, temperature):
    """The number of one character, drawn with the probabilities softmax(logits / temperature)."""
    scaled = np.asarray(logits, dtype="float64") / temperature
    chances = np.exp(scaled - scaled.max())  # the largest exponent is 0: nothing overflows
    return int(np.random.choice(len(chances), p=chances / chances.sum()))


def generate(model, start, steps, temperature):
    """The numbers of start, and so many more that the network draws after them."""
    row = list(start)
    for _ in range(steps):
        logits = model(np.array([row]), training=False)[0, -1]  # (size,) after the last character
        row.append(int(np.argmax(logits)))
    return row


inputs, targets = windows(numbers, LENGTH)
model = build(len(characters))
model.fit(inputs, targets, batch_size=32, epochs=8, verbose=0)
print("".join(characters[number] for number in generate(model, numbers[:8], 16, 0.5)))
