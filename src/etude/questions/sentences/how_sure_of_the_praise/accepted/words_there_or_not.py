"""Which words a review has, trained as a whole model on texts; every weight pays for its size."""

import csv
import random

import keras
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(1)

with open("data/reviews/reviews.csv", encoding="utf-8") as lines:
    rows = [(row["text"], row["score"] == "great") for row in csv.DictReader(lines)]
random.shuffle(rows)  # its seed was set above
words = layers.TextVectorization(max_tokens=3000, output_mode="multi_hot")
words.adapt([text for text, _ in rows[400:]])


def batches(some):
    texts, wanted = zip(*some, strict=True)
    pairs = (words(tf.constant(texts)), tf.cast(wanted, "float32"))
    return tf.data.Dataset.from_tensor_slices(pairs).cache().shuffle(2000).batch(64).prefetch(1)


counted = keras.Input((3000,))
x = layers.Dropout(0.5)(counted)
decide = layers.Dense(1, activation="sigmoid", kernel_regularizer=keras.regularizers.L2(1e-4))
network = keras.Model(counted, decide(x))
network.compile(optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy")
stop = keras.callbacks.EarlyStopping(patience=1, restore_best_weights=True)
network.fit(
    batches(rows[400:]),
    validation_data=batches(rows[:400]),
    epochs=10,
    callbacks=[stop],
    verbose=0,
)

texts = keras.Input((), dtype="string")
keras.Model(texts, network(words(texts))).save("praise.keras")
