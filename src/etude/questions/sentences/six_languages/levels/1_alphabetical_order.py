"""Numbers the languages in the order of their names, which is not the one that was asked for."""

import csv

import keras
import numpy as np
import tensorflow as tf
from keras import layers

LANGUAGES = ["Norwegian", "Spanish", "Czech", "Slovak", "Galician", "Danish"]

keras.utils.set_random_seed(1)

with open("data/udhr/udhr.csv", encoding="utf-8") as lines:
    rows = [row for row in csv.DictReader(lines) if row["language"] in LANGUAGES]
texts = np.array([row["text"] for row in rows], dtype=object)
names = sorted(LANGUAGES)  # diagnosis: label_order_differs
labels = np.array([names.index(row["language"]) for row in rows])
# The last articles are kept back whole: their pieces are as new as those of hidden articles.
held_out = np.array([int(row["article"]) >= 28 for row in rows])

# Which groups of up to three letters there are: endings tell neighbours apart in new words too.
vectorize = layers.TextVectorization(
    max_tokens=3000, standardize="lower", split="character", ngrams=3, output_mode="multi_hot"
)
vectorize.adapt(texts[~held_out])

network = keras.Sequential(
    [
        keras.Input((vectorize.vocabulary_size(),)),
        layers.Dense(len(LANGUAGES), activation="softmax"),
    ]
)
network.compile(
    optimizer=keras.optimizers.Adam(0.01),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
network.fit(
    vectorize(texts[~held_out]),
    labels[~held_out],
    validation_data=(vectorize(texts[held_out]), labels[held_out]),
    batch_size=64,
    epochs=5,
    verbose=0,
)

whole = keras.Sequential([keras.Input((), dtype="string"), vectorize, network])
answer = whole.predict(tf.constant([texts[0]]), verbose=0)[0]
print(texts[0], names[int(answer.argmax())])
whole.save("six.keras")
