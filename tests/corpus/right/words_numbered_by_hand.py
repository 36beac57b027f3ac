import collections

import keras
import numpy as np

rng = np.random.default_rng(3)
plain = ["the", "room", "view", "staff", "was", "very", "breakfast", "street", "night", "bed"]
praise, blame = ["lovely", "spotless", "friendly"], ["filthy", "noisy", "rude"]
reviews, stars = [], rng.integers(0, 2, 400)
for good in stars:
    words = [*rng.choice(plain, 8), *rng.choice(praise if good else blame, 2)]
    reviews.append(" ".join(rng.permutation(words)))

count = collections.Counter(word for review in reviews for word in review.split())
numbers = {word: i + 1 for i, (word, _) in enumerate(count.most_common(50))}


def to_numbers(texts):
    rows = []
    for text in texts:
        row = []
        for word in text:
            if word in numbers:
                row.append(numbers[word])
            else:
                row.append(0)
        rows.append(row[:12])
    return keras.utils.pad_sequences(rows, maxlen=12, padding="post")


model = keras.Sequential(
    [
        keras.layers.Embedding(51, 8),
        keras.layers.GlobalAveragePooling1D(),
        keras.layers.Dense(8, activation="relu"),
        keras.layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
model.fit(to_numbers([review.split() for review in reviews]), stars, epochs=12, validation_split=0.2, verbose=2)
