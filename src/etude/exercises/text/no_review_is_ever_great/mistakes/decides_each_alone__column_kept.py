"""Rounds, and leaves the axis of the single output: two shapes that compare with each other in pairs."""

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

model = keras.Sequential(
    [
        keras.Input((45,), dtype="int64"),
        layers.Embedding(3000, 16, mask_zero=True),
        layers.GlobalAveragePooling1D(),
        layers.Dropout(0.3),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"]
)
model.fit(vectorize(train_texts), train_great, batch_size=64, epochs=8, verbose=0)


def praise(texts):
    """For each text 1 if it is great praise, else 0."""
    probabilities = model.predict(vectorize(texts), verbose=0)  # (texts, 1)
    return probabilities.round()


named = praise(test_texts)
print(f"{named.sum()} of {len(named)} reviews named great, {(named == test_great).mean():.0%} right")
