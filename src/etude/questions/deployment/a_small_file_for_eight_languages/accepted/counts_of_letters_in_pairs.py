"""Shares of pairs of letters, one dense layer, and a file without the optimizer."""

import csv

import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(3)
LANGUAGES = ["Italian", "Danish", "Spanish", "Finnish", "Polish", "English", "Dutch", "Turkish"]

with open("data/udhr/udhr.csv", encoding="utf-8", newline="") as file:
    rows = [row for row in csv.DictReader(file) if row["language"] in LANGUAGES]
texts = tf.constant([row["text"] for row in rows])
labels = keras.utils.to_categorical([LANGUAGES.index(row["language"]) for row in rows], 8)

pairs = layers.TextVectorization(400, split="character", ngrams=2, output_mode="multi_hot")
pairs.adapt(texts)

inputs = keras.Input((400,))
last = layers.Dense(8, activation="softmax")
model = keras.Model(inputs, last(inputs))
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="categorical_crossentropy")
model.fit(np.asarray(pairs(texts)), labels, batch_size=32, epochs=12, verbose=0)

sentence = keras.Input((), dtype="string")
keras.Model(sentence, last(pairs(sentence))).save("names.keras")
