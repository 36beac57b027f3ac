"""A subclass, and one cosine after the other."""

import math

import keras


class MeanVector(keras.Model):
    def __init__(self, words, size):
        super().__init__()
        self.table = keras.layers.Embedding(words, size, mask_zero=True)
        self.mean = keras.layers.GlobalAveragePooling1D()

    def call(self, tokens):
        return self.mean(self.table(tokens), mask=self.table.compute_mask(tokens))


def build(words, size):
    model = MeanVector(words, size)
    model.build((None, None))
    return model


def cosine(one, other):
    product = sum(a * b for a, b in zip(one, other, strict=True))
    return product / (math.hypot(*one) * math.hypot(*other))


def nearest(vectors, number, count):
    pairs = [
        (cosine(vectors[number], vectors[word]), word)
        for word in range(2, len(vectors))
        if word != number
    ]
    return [word for _, word in sorted(pairs, reverse=True)[:count]]
