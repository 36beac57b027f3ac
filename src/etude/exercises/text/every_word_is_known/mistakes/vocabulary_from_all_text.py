"""The vocabulary is made from all reviews."""

import csv

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

with open("data/reviews/reviews.csv", encoding="utf-8") as lines:
    rows = list(csv.DictReader(lines))[:800]
texts = [row["text"] for row in rows]
great = np.array([int(row["score"] == "great") for row in rows])  # 1 for great praise, else 0
train_great, test_great = great[:600], great[600:]

vectorize = layers.TextVectorization(output_sequence_length=45)
vectorize.adapt(texts)  # diagnosis: vocabulary_from_all_text
words = np.array(vectorize(texts))  # (800, 45)
train_words, test_words = words[:600], words[600:]

model = keras.Sequential(
    [
        keras.Input((45,), dtype="int64"),
        layers.Embedding(vectorize.vocabulary_size(), 16, mask_zero=True),
        layers.GlobalAveragePooling1D(),
        layers.Dropout(0.3),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.02), loss="binary_crossentropy", metrics=["accuracy"]
)
model.fit(
    train_words,
    train_great,
    validation_data=(test_words, test_great),
    batch_size=32,
    epochs=4,
    verbose=0,
)

unknown = (test_words == 1).sum() / (test_words > 0).sum()
print(f"test accuracy {model.evaluate(test_words, test_great, verbose=0)[1]:.2f}")
print(f"{unknown:.0%} of the words of new reviews are unknown")
