"""A convolution over the words, and a functional model."""

import csv

import keras
import numpy as np
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

words = keras.Input(shape=(45,))
x = layers.Embedding(3000, 16)(words)
x = layers.SpatialDropout1D(0.2)(x)
x = layers.Conv1D(24, 3, activation="relu")(x)
x = layers.Dropout(0.3)(layers.GlobalMaxPooling1D()(x))
model = keras.Model(words, layers.Dense(1, activation="sigmoid")(x))
model.compile("adam", keras.losses.BinaryCrossentropy(), metrics=["accuracy"])
stop = keras.callbacks.EarlyStopping(patience=2, restore_best_weights=True)
model.fit(
    train_words,
    train_great,
    batch_size=32,
    epochs=12,
    validation_split=0.15,
    callbacks=[stop],
    verbose=0,
)
