"""Tells reviews full of praise from all others."""

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
train_words, test_words = vectorize(train_texts), vectorize(test_texts)  # (1200, 45), (300, 45)

model = keras.Sequential(
    [
        layers.Embedding(3000, 16, mask_zero=True),
        layers.GlobalAveragePooling1D(),
        layers.Dropout(0.3),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
model.fit(train_words, train_great, validation_split=0.2, epochs=6, verbose=2)
print(model.evaluate(test_words, test_great, verbose=0))
