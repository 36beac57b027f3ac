"""A pipeline of sentences for adapting, and a layer that is told its words."""

import tensorflow as tf
from keras import layers


def prepare(texts, words, length):
    cut = int(0.8 * len(texts))
    known = layers.TextVectorization(words)
    known.adapt(tf.data.Dataset.from_tensor_slices(texts[:cut]).batch(2))
    vocabulary = known.get_vocabulary(include_special_tokens=False)
    vectorize = layers.TextVectorization(output_sequence_length=length, vocabulary=vocabulary)
    numbers = [vectorize(tf.constant(part)).numpy() for part in (texts[:cut], texts[cut:])]
    return vectorize, *numbers
