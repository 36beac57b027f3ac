"""A subclass that learns from a pipeline."""

import csv

import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(1)

with open("data/reviews/reviews.csv", encoding="utf-8") as lines:
    rows = list(csv.DictReader(lines))[:1500]
texts = [row["text"] for row in rows]
great = np.array([int(row["score"] == "great") for row in rows])  # 1 for great praise, else 0
train_texts, test_texts = texts[:1200], texts[1200:]
train_great, test_great = great[:1200], great[1200:]

vectorize = layers.TextVectorization(max_tokens=3000, output_sequence_length=45)
vectorize.adapt(train_texts)
train_words, test_words = vectorize(train_texts), vectorize(test_texts)


class Praise(keras.Model):
    def __init__(self):
        super().__init__()
        self.vectors = layers.Embedding(3000, 24, mask_zero=True)
        self.mean = layers.GlobalAveragePooling1D()
        self.dropout = layers.Dropout(0.4)
        self.decide = layers.Dense(1, activation="sigmoid")

    def call(self, words, training=False):
        return self.decide(self.dropout(self.mean(self.vectors(words)), training=training))


model = Praise()
model.compile(
    optimizer=keras.optimizers.Adam(0.01),
    loss="binary_crossentropy",
    metrics=[keras.metrics.BinaryAccuracy()],
)
data = tf.data.Dataset.from_tensor_slices((train_words, train_great))
model.fit(data.shuffle(1200).batch(64).prefetch(1), epochs=8, verbose=0)
