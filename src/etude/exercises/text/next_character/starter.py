"""Learns to continue a text, one character after the other."""

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
    # TODO: cut the numbers into windows, and move the targets by one.
    return None, None


def build(size):
    """A compiled network: numbers below size in, for each of them the logits of the next."""
    # TODO: Embedding, GRU, Dense; compile with a loss for class numbers and logits.
    return None


def draw(logits, temperature):
    """The number of one character, drawn with the probabilities softmax(logits / temperature)."""
    # TODO: probabilities from the logits, then one draw.
    return 0


def generate(model, start, steps, temperature):
    """The numbers of start, and so many more that the network draws after them."""
    # TODO: ask the network for the next character, again and again.
    return list(start)


model = build(len(characters))
# TODO: train it on the windows of `numbers`, and print what it writes.
