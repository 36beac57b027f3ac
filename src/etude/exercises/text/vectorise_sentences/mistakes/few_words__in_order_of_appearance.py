"""The words are numbered as they come, not by how often they come."""

import collections
import re

import tensorflow as tf
from keras import layers


def words_of(text):
    return re.sub(r"[^\w\s]", "", text.lower()).split()


def prepare(texts, words, length):
    train, held_out = texts[: int(len(texts) * 0.8)], texts[int(len(texts) * 0.8) :]
    counts = collections.Counter(word for text in train for word in words_of(text))
    # two entries are taken: padding and the unknown word
    frequent = [word for word, _ in list(counts.items())[: words - 2]]
    layer = layers.TextVectorization(
        standardize="lower_and_strip_punctuation",
        split="whitespace",
        output_mode="int",
        output_sequence_length=length,
        vocabulary=frequent,
    )
    return layer, layer(tf.constant(train)), layer(tf.constant(held_out))
