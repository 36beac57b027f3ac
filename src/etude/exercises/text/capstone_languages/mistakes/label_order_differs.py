"""Numbers the languages in the order in which they end."""

import csv

import keras
import numpy as np
import tensorflow as tf
from keras import layers

LENGTH = 12

keras.utils.set_random_seed(1)

with open("data/udhr/udhr.csv", encoding="utf-8") as lines:
    rows = list(csv.DictReader(lines))
languages = sorted({row["language"] for row in rows}, key=lambda name: name[::-1])
texts = np.array([row["text"] for row in rows], dtype=object)
labels = np.array([languages.index(row["language"]) for row in rows])
# The last articles are kept back whole: a translation of a piece tells nothing about it there.
held_out = np.array([row["article"] in ("28", "29", "30") for row in rows])

vectorize = layers.TextVectorization(output_sequence_length=LENGTH)
vectorize.adapt(texts[~held_out])

network = keras.Sequential(
    [
        keras.Input((LENGTH,), dtype="int64"),
        layers.Embedding(vectorize.vocabulary_size(), 16, mask_zero=True),
        layers.GlobalAveragePooling1D(),
        layers.Dense(len(languages), activation="softmax"),
    ]
)
network.compile(
    optimizer=keras.optimizers.Adam(0.03),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
network.fit(  # diagnosis: label_order_differs
    vectorize(texts[~held_out]),
    labels[~held_out],
    validation_data=(vectorize(texts[held_out]), labels[held_out]),
    batch_size=64,
    epochs=10,
    verbose=0,
)

whole = keras.Sequential([keras.Input((1,), dtype="string"), vectorize, network])
answer = whole.predict(tf.constant(["where is the station"]), verbose=0)[0]
print(languages[int(answer.argmax())])
whole.save("languages.keras")
